using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Availability;

/// <summary>A running service over one book that four libraries have: two whose catalogues are asked, one whose is down, one that is not asked.</summary>
internal sealed class AskedCatalog : IAsyncDisposable
{
    private AskedCatalog(RunningService service, School[] schools) => (Service, Schools) = (service, schools);

    public RunningService Service { get; }

    /// <summary>The catalogues of "sma-1" and "sma-2".</summary>
    public School[] Schools { get; }

    public string Id { get; private set; } = "";

    /// <summary>Starts it.</summary>
    /// <param name="withSilent">Whether there are the two that tell nothing.</param>
    public static async Task<AskedCatalog> StartAsync(bool withSilent = true)
    {
        School[] schools = [await School.StartAsync(), await School.StartAsync()];
        // Two names of this machine: two hosts, of which each has its turn.
        var second = new StatusRecipe(StatusForm.Slims, $"http://localhost:{schools[1].Address.Port}/record?id={{number}}");
        var down = new StatusRecipe(StatusForm.Daia, "http://127.0.0.1:1/daia?id={identifier}");
        IEnumerable<Member> silent = withSilent ? [School.Member("down", down), School.Member("unasked", recipe: null)] : [];
        var members = new MemberDirectory([schools[0].Member("sma-1"), School.Member("sma-2", second), .. silent]);
        var catalog = new AskedCatalog(await RunningService.StartAsync(members), schools);
        await catalog.FillAsync(members);
        return catalog;
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        foreach (var school in Schools)
        {
            await school.DisposeAsync();
        }
    }

    private async Task FillAsync(MemberDirectory members)
    {
        var harvests = Service.Data.Store.Harvests;
        foreach (var member in members.All)
        {
            var run = await harvests.BeginRunAsync(member.Id, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "oai_dc", Started = DateTimeOffset.UtcNow }, default);
            await harvests.AppendPageAsync(
                new HarvestPage { RunId = run.Id, Next = new ListPosition(0, null), Records = [new HarvestedRecord.Live(new RecordKey(member.Id, "oai:slims-7"), null, MetadataFormat.OaiDc, Record)] },
                default);
            await harvests.EndRunAsync(run.Id, new RunEnd { Ended = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero) }, default);
        }

        await Service.Services.GetRequiredService<CatalogUpdater>().CatchUpAsync(null, null, default);
        Id = (await Service.GetJsonAsync("/api/search?q=laskar")).Ids().Single();
    }

    private static byte[] Record { get; } = Encoding.UTF8.GetBytes("""
        <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Laskar Pelangi</dc:title>
        <dc:creator>Hirata, Andrea</dc:creator><dc:publisher>Bentang</dc:publisher><dc:date>2008</dc:date><dc:language>ind</dc:language><dc:identifier>9786022916628</dc:identifier></oai_dc:dc>
        """);
}
