using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Search.KnownItems;

/// <summary>One book or serial as another catalogue's page names it.</summary>
public sealed record KnownItem
{
    /// <summary>Numbers that are looked up at most: 10.</summary>
    public const int MostNumbers = 10;

    /// <summary>The longest title or author that is read, in characters: 300.</summary>
    public const int MostLetters = 300;

    private const int MostAuthors = 5;

    /// <summary>Its ISBNs and ISSNs in canonical form; any of them will do.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Its title; empty when not told. What follows " / " is taken for the statement of responsibility.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its author or authors; empty when not told.</summary>
    public string Author { get; init; } = "";

    /// <summary>Title and first author as a reader types them into the search box: without the statement of responsibility, and roles.</summary>
    public string Words => $"{BareTitle} {(Authors is [var first, ..] ? first : "")}".Trim();

    /// <summary>The title without the statement of responsibility.</summary>
    public string BareTitle => Title.Split(" / ", 2)[0].Trim(' ', '/', ':', '.', ',', ';');

    /// <summary>The authors' names, one by one.</summary>
    internal IReadOnlyList<string> Authors =>
        [.. Author.Split([';', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(WithoutRole).Where(name => name.Length > 0).Take(MostAuthors)];

    /// <summary>The valid ISBNs and ISSNs of a text, each once, in canonical form.</summary>
    public static IReadOnlyList<string> ReadNumbers(string text) =>
    [
        .. IdentifierParser.ReadIsbns(text).Concat(IdentifierParser.ReadIssns(text))
            .Where(number => number.IsValid && number.Kind is IdentifierKind.Isbn or IdentifierKind.Issn)
            .Select(number => number.Value).Distinct(),
    ];

    /// <summary>"Hirata, Andrea (Pengarang)" and "Andrea Hirata - Personal Name", as catalogues' pages write them.</summary>
    private static string WithoutRole(string name)
    {
        var end = name.IndexOfAny(['(', '[']);
        name = end > 0 ? name[..end] : name;
        end = name.LastIndexOf(" - ", StringComparison.Ordinal);
        return (end > 0 ? name[..end] : name).Trim(' ', ',');
    }
}
