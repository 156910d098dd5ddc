namespace UnionCatalog.Exporting.Marc;

/// <summary>What a record tells: edition (250), imprint (260), extent (300), series (490), notes (5xx), links (856).</summary>
internal static class MarcTexts
{
    public static void AddTo(MarcFields fields, ExportedEdition edition)
    {
        var description = edition.Description;
        fields.Add("250", "  ", ('a', description.Edition));
        // 260 and not 264: the systems of schools (SLiMS, INLISLite) read no other, and those that know 264 read 260 as well.
        foreach (var publication in description.Publications)
        {
            fields.Add("260", "  ", ('a', publication.Place), ('b', publication.Publisher), ('c', publication.Date));
        }

        AddExtent(fields, description.Extent?.Text);
        foreach (var series in description.Series)
        {
            fields.Add("490", "0 ", ('a', series.Title), ('x', series.Issn), ('v', series.Volume));
        }

        foreach (var note in description.Notes)
        {
            fields.Add("500", "  ", ('a', note));
        }

        fields.Add("505", "0 ", ('a', description.Contents));
        fields.Add("520", "  ", ('a', description.Summary));
        fields.Add("521", "  ", ('a', description.Audience));
        AddLinks(fields, edition);
    }

    /// <summary>"xii, 350 hlm. : ilus. ; 21 cm + 1 CD" in its parts.</summary>
    private static void AddExtent(MarcFields fields, string? text)
    {
        if (text is null)
        {
            return;
        }

        var (rest, accompanying) = Cut(text, " + ");
        var (before, size) = Cut(rest, " ; ");
        var (extent, details) = Cut(before, " : ");
        fields.Add("300", "  ", ('a', extent), ('b', details), ('c', size), ('e', accompanying));
    }

    private static (string Before, string? After) Cut(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + mark.Length)..]);
    }

    private static void AddLinks(MarcFields fields, ExportedEdition edition)
    {
        fields.Add("856", "42", ('u', edition.Address.AbsoluteUri), ('y', edition.Origin.Agency));
        foreach (var link in edition.Description.Links)
        {
            fields.Add("856", link.Kind == Records.RecordLinkKind.FullText ? "40" : "42", ('u', link.Address.AbsoluteUri), ('y', link.Label));
        }

        if (edition.Description.Cover is { } cover)
        {
            fields.Add("856", "42", ('3', "Cover image"), ('u', cover.AbsoluteUri));
        }
    }
}
