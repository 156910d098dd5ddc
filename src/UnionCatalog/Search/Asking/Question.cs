namespace UnionCatalog.Search.Asking;

/// <summary>What a reader typed, as it was read. All clauses must hold.</summary>
/// <param name="Clauses">The clauses, in the order in which they were typed; none: everything is asked for.</param>
internal sealed record Question(IReadOnlyList<Clause> Clauses);

/// <summary>A part of a question.</summary>
internal abstract record Clause
{
    private Clause()
    {
    }

    /// <summary>A word, or what a reader wrote without a blank in it: it may fall into several words.</summary>
    public sealed record Word(AskedField Field, string Text) : Clause;

    /// <summary>Words that stand together.</summary>
    public sealed record Phrase(AskedField Field, string Text) : Clause;

    /// <summary>A word in which * stands for any letters.</summary>
    public sealed record Pattern(AskedField Field, string Text) : Clause;

    /// <summary>An ISBN, ISSN or other number, bare; canonical where its check digit is right.</summary>
    public sealed record Number(string Value) : Clause;

    /// <summary>Years of publication, both included; null: open.</summary>
    public sealed record Years(int? From, int? To) : Clause;

    /// <summary>Dewey numbers with all that stands below them, both included; null: open.</summary>
    public sealed record Classes(string? From, string? To) : Clause;

    /// <summary>Something by its name: a language or a format by its code, a library or a place as it was typed.</summary>
    public sealed record Named(AskedField Field, string Value) : Clause;

    /// <summary>What must not be.</summary>
    public sealed record Not(Clause Inner) : Clause;

    /// <summary>Any of these will do.</summary>
    public sealed record AnyOf(IReadOnlyList<Clause> Parts) : Clause;
}

/// <summary>Where something is looked for; prefixes.tsv has their names.</summary>
internal enum AskedField
{
    Anywhere,
    Title,
    Author,
    Subject,
    Series,
    Publisher,
    Identifier,
    CallNumber,
    Year,
    Class,
    Language,
    Library,
    Format,
    Place,
}
