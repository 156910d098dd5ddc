using System.Text;
using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Entry;

/// <summary>
/// Gives a description the form in which SLiMS sends it: one text for the title, and ISBN, call number and address all as bare
/// identifiers.
/// </summary>
internal static class DublinCoreWriter
{
    public static byte[] Write(Description entry, Library library, ref Dice dice)
    {
        var text = new StringBuilder(1_024);
        text.Append("<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
        Add(text, "title", Title(entry, library, ref dice));
        foreach (var name in entry.Names)
        {
            Add(text, name.Role is null ? "creator" : dice.Hits(70) ? "creator" : "contributor", name.Text);
        }

        Add(text, "subject", entry.Edition.Subject);
        Add(text, "publisher", entry.Publisher);
        Add(text, "date", entry.Date ?? (dice.Hits(30) ? "[t.th.]" : dice.Hits(20) ? "0000" : null));
        Add(text, "language", entry.Language);
        Add(text, "type", entry.Edition.Issn is not null ? "Serial" : "Teks");
        Add(text, "identifier", $"http://{library.Source}.example/index.php?p=show_detail&id={entry.Identifier}");
        foreach (var isbn in entry.Isbns)
        {
            Add(text, "identifier", isbn.Qualifier is null ? isbn.Text : $"{isbn.Text} ({isbn.Qualifier})");
        }

        Add(text, "identifier", entry.Edition.Issn);
        Add(text, "identifier", entry.CallNumber);
        Add(text, "coverage", entry.Place);
        Add(text, "source", entry.SeriesNumber is null ? entry.Series : $"{entry.Series} ; {entry.SeriesNumber}");
        Add(text, dice.Hits(50) ? "hasVersion" : "description", entry.EditionStatement);
        Add(text, "format", entry.Extent);
        Add(text, "subject", entry.Edition.Class);
        return Encoding.UTF8.GetBytes(text.Append("</oai_dc:dc>").ToString());
    }

    private static string Title(Description entry, Library library, ref Dice dice)
    {
        var title = entry.Title;
        title += entry.Rest is { } rest ? dice.Pick([" : ", " : ", ": ", " ", " - "]) + rest : "";
        return library.IsCareful && entry.Responsibility is { } by && dice.Hits(40) ? $"{title} / {by}" : title;
    }

    private static void Add(StringBuilder text, string element, string? value)
    {
        if (value is { Length: > 0 })
        {
            text.Append("<dc:").Append(element).Append('>');
            Markup.Append(text, value);
            text.Append("</dc:").Append(element).Append('>');
        }
    }
}
