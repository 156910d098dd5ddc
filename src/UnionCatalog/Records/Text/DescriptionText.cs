namespace UnionCatalog.Records.Text;

/// <summary>Reads what catalogues write as free text in a physical description or a date.</summary>
public static class DescriptionText
{
    /// <summary>The year in a date as printed ("c2009", "[1987?]", "2007-00-00", "1998/1999"); null when there is none, as in "[s.a.]".</summary>
    public static int? FindYear(string date) => throw new NotImplementedException();

    /// <summary>The extent in a physical description such as "xii, 350 hlm. : ilus. ; 21 cm".</summary>
    public static Extent ReadExtent(string description) => throw new NotImplementedException();

    /// <summary>
    /// Trimmed, in NFC, runs of white space made one space, control characters removed; null when nothing is left.
    /// </summary>
    public static string? Clean(string? text) => throw new NotImplementedException();
}
