using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>Series (MARC 8xx added entries, 440, 490). A statement in 490 that an added entry repeats is one series.</summary>
internal static class MarcSeries
{
    private static readonly string[] AddedEntries = ["800", "810", "811", "830", "440"];

    public static IReadOnlyList<SeriesStatement> Read(MarcRecord record)
    {
        var found = new List<SeriesStatement>();
        foreach (var field in record.Fields(AddedEntries))
        {
            Add(found, Title(field), field, isTraced: false);
        }

        var hasAddedEntries = found.Count > 0;
        foreach (var field in record.Fields("490"))
        {
            Add(found, Isbd.Strip(field['a']), field, isTraced: hasAddedEntries && field.Indicator1 == '1');
        }

        return found;
    }

    private static string? Title(MarcDataField field) => Isbd.Strip(field.Join(field.Tag is "830" or "440" ? "anp" : "tnp"));

    private static void Add(List<SeriesStatement> found, string? title, MarcDataField field, bool isTraced)
    {
        if (title is null)
        {
            return;
        }

        var issn = field.All('x').SelectMany(IdentifierParser.ReadIssns).FirstOrDefault(id => id.IsValid)?.Value;
        var volume = Isbd.Strip(field['v']);
        var same = found.FindIndex(series => (Key(series.Title) == Key(title) || (issn is not null && series.Issn == issn))
            && (series.Volume is null || volume is null || Key(series.Volume) == Key(volume)));
        if (same >= 0)
        {
            found[same] = found[same] with { Volume = found[same].Volume ?? volume, Issn = found[same].Issn ?? issn };
        }
        else if (!isTraced)
        {
            found.Add(new(title, volume) { Issn = issn });
        }
    }

    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
