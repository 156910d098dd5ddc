using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Looks for an SRU server where there is no OAI-PMH (SRU 1.1, explain and searchRetrieve).</summary>
internal sealed partial class SruSearch(Visit visit, Chart chart)
{
    private static readonly string[] Preferred = ["marcxml", "mods", "dc"];

    private static readonly OaiRequest Explain = new(("operation", "explain"), ("version", "1.1"));

    private static readonly OaiRequest Everything = new(
        ("operation", "searchRetrieve"), ("version", "1.1"), ("query", "cql.allRecords=1"), ("maximumRecords", "1"));

    public async Task RunAsync(Uri given, Uri folder)
    {
        foreach (var address in KnownSystems.SruAddresses.Select(name => name.Length == 0 ? given : new Uri(folder, name)))
        {
            if ((await visit.TryAsync(address, Explain)).Exchange is { Text: { } text } && text.Has("explainResponse"))
            {
                chart.Sru = new(address, text.First("title"), Preferred.FirstOrDefault(Schemas(text).Contains), await CountAsync(address));
                chart.Find("sru-found", ("address", address.AbsoluteUri));
                if (chart.Sru.Records is null or 0)
                {
                    chart.Find("sru-no-list", ("address", address.AbsoluteUri));
                }

                return;
            }
        }
    }

    private async Task<long?> CountAsync(Uri address) =>
        (await visit.TryAsync(address, Everything)).Exchange is { Text: { } text }
        && long.TryParse(text.First("numberOfRecords"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;

    private static HashSet<string> Schemas(WireText explain) =>
        [.. Schema().Matches(explain.Text).Select(match => match.Groups[1].Value.ToLowerInvariant())];

    [GeneratedRegex("""<(?:\w+:)?schema\b[^<>]*\bname\s*=\s*["'](\w+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Schema();
}
