using UnionCatalog.Harvesting.Sru;
using UnionCatalog.Members;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Looks for an SRU server where there is no OAI-PMH, and asks it for its first records.</summary>
internal sealed class SruSearch(Visit visit, Chart chart)
{
    private const int Sample = 20;

    public async Task RunAsync(Uri given, Uri folder)
    {
        foreach (var address in KnownSystems.SruAddresses.Select(name => name.Length == 0 ? given : new Uri(folder, name)))
        {
            var usual = new SruSource { BaseUrl = address };
            if (await visit.TryAsync(address, SruRequest.Explain(usual.Version)) is { } explain && explain.Exchange.Text.Has("explainResponse"))
            {
                await TakeAsync(usual, explain.Exchange.Text.First("title"), SruSchemas.Choose(explain.Reply.Schemas));
                return;
            }
        }
    }

    private async Task TakeAsync(SruSource source, string title, IReadOnlyList<string> schemas)
    {
        chart.Find("sru-found", ("address", source.BaseUrl.AbsoluteUri));
        var schema = schemas.Count > 0 ? schemas[0] : null;
        var first = await visit.TryAsync(source.BaseUrl, SruRequest.Search(source.Version, source.Query, start: 1, Sample, schema));
        chart.Sru = new(source.BaseUrl, title, schema, first?.Reply.Size ?? 0, first?.Reply.Records ?? []);
        if (chart.Sru.Size == 0)
        {
            chart.Find("sru-no-list", ("address", source.BaseUrl.AbsoluteUri));
        }
    }
}

/// <summary>An SRU server as it answers.</summary>
/// <param name="Address">Its base address.</param>
/// <param name="Title">Its name; "" where it has none.</param>
/// <param name="Schema">The richest of its record schemas that is read here; null where it names others only.</param>
/// <param name="Size">How many records it finds for "everything"; 0 where it cannot be asked for everything.</param>
/// <param name="Records">The first of them.</param>
internal sealed record SruSight(Uri Address, string Title, string? Schema, long Size, IReadOnlyList<SruRecord> Records);
