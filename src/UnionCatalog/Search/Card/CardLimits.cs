namespace UnionCatalog.Search.Card;

/// <summary>How much an edition's description holds: records are anybody's text, and some are absurd.</summary>
internal static class CardLimits
{
    /// <summary>Of one value that is a line: a title, a name, a heading. In UTF-16 units, as all lengths here.</summary>
    public const int Line = 2_000;

    /// <summary>Of a note.</summary>
    public const int Note = 5_000;

    /// <summary>Of the summary and of the table of contents.</summary>
    public const int Text = 20_000;

    /// <summary>Of what is looked at to compare and judge two values.</summary>
    public const int Compared = 500;

    /// <summary>Values of a list on the card.</summary>
    public const int Values = 200;

    /// <summary>Notes on the card.</summary>
    public const int Notes = 50;

    /// <summary>Values of a list that are taken from one record.</summary>
    public const int ValuesOfRecord = 500;

    /// <summary>Different values of a field that are told apart; what comes after them is passed over.</summary>
    public const int Candidates = 2_000;

    /// <summary>Candidates that are compared each with each.</summary>
    public const int Compatible = 60;

    /// <summary>Records that are named as the source of a value.</summary>
    public const int Sources = 20;

    /// <summary>As many whole characters as fit.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];
}
