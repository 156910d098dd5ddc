using System.Text;
using System.Text.RegularExpressions;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>
/// Real pages, recorded from running systems and from other harvesters' tests; long lists cut into several pages of a few
/// records each, so that many can be read in little time. Where they are not at hand, pages made for tests stand in.
/// </summary>
internal static partial class RealPages
{
    private const int RecordsOnPage = 3;
    private const int CutsOfOnePage = 3;
    private const int Largest = 12_000;

    public static IReadOnlyList<byte[]> Load()
    {
        var pages = Files().SelectMany(Cut).Where(page => page.Length <= Largest).ToList();
        return pages.Count > 0 ? pages : [.. Made().Select(reply => reply.Body)];
    }

    private static IEnumerable<string> Files() => new[] { "recorded", "data/oai" }
        .Select(folder => Path.GetFullPath(Path.Combine(Places.Root, "..", "shared", folder)))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal);

    /// <summary>A page with its first, middle and last records, each with what stands before and after the list.</summary>
    private static IEnumerable<byte[]> Cut(string file)
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(file));
        if (!text.Contains("<OAI-PMH", StringComparison.Ordinal))
        {
            return [];
        }

        var starts = RecordStart().Matches(text).Select(match => match.Index).ToList();
        var end = text.LastIndexOf("</record>", StringComparison.Ordinal);
        return starts.Count <= RecordsOnPage || end < starts[^1]
            ? [Encoding.Latin1.GetBytes(text)]
            : Enumerable.Range(0, CutsOfOnePage).Select(part => Math.Min(part * starts.Count / CutsOfOnePage, starts.Count - RecordsOnPage - 1))
                .Select(first => Encoding.Latin1.GetBytes(text[..starts[0]] + text[starts[first]..starts[first + RecordsOnPage]] + text[(end + "</record>".Length)..]));
    }

    private static IEnumerable<Harvesting.Reply> Made() =>
    [
        OaiPages.Identify(), OaiPages.Formats("oai_dc", "marcxml"), OaiPages.Sets("buku"), OaiPages.Error("noRecordsMatch"), Books.SecondReply,
        OaiPages.List(OaiPages.Record("oai:x:1", Marc) + OaiPages.Deleted("oai:x:2") + OaiPages.Record("oai:x:3"), "next", 100),
    ];

    private const string Marc =
        """<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">17</controlfield><datafield tag="245" ind1="1" ind2="0"><subfield code="a">Bumi manusia</subfield></datafield></record>""";

    [GeneratedRegex(@"<record\b[^<>]*>\s*<header\b", RegexOptions.CultureInvariant)]
    private static partial Regex RecordStart();
}
