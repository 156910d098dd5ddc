namespace UnionCatalog.Matching.Features;

/// <summary>Which edition a record names. A printing ("Cet. 10") is none, and neither is a bare number.</summary>
/// <param name="Number">Its number in figures; null when there is none.</param>
/// <param name="IsRevised">Whether it says "revised".</param>
internal sealed record EditionStatement(string? Number, bool IsRevised)
{
    public static readonly EditionStatement None = new(null, false);

    /// <summary>Whether it is a later one than the first: numbered 2 or more, or revised.</summary>
    public bool IsLater => IsRevised || (Number is not null && Number != "1");

    /// <summary>Reads an edition statement such as "Ed. 2, cet. 3" or "Edisi revisi".</summary>
    public static EditionStatement Read(string? statement)
    {
        if (statement is null)
        {
            return None;
        }

        var words = Folding.Words(statement).ConvertAll(Lexicon.InStatement);
        var edition = PartReading.Read(words, []).Edition;
        edition = edition is { Number: null, IsRevised: true } && words.Find(IsYear) is { } year ? new(year, true) : edition;
        return edition == None ? new(null, words.Any(word => Lexicon.InTitle(word) is { Kind: "revised" })) : edition;
    }

    // "Edisi revisi 2017" is not "Edisi revisi 2014".
    public static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit);

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', new[] { Number, IsRevised ? "rev" : null }.OfType<string>());
}
