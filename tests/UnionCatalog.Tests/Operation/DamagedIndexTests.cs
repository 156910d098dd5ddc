using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Members;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Search;

namespace UnionCatalog.Tests.Operation;

/// <summary>An index that a failing disk changes under a running service: told calmly, never answered from, and built again.</summary>
internal sealed class DamagedIndexTests
{
    /// <summary>In capitals, as it is only stored: as a word to be searched for it is folded.</summary>
    private const string Mark = "QWERTYUIOP";

    [TestCase("/api/search?q=bumi")]
    [TestCase("/search?q=bumi")]
    public async Task A_damage_found_by_a_search_is_a_matter_of_one_pull(string address)
    {
        await using var service = await RunningService.StartAsync(new MemberDirectory([SearchBench.Member("sd", LibraryKind.PrimarySchool, "Bantul")]));
        var updater = service.Services.GetRequiredService<CatalogUpdater>();
        await StoreAsync(service);
        await updater.CatchUpAsync(null, null, default);
        Damage(Path.Combine(service.Folder, "index"));

        Assert.That(await AskAsync(service, address), Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await AskAsync(service, "/health/ready"), Is.EqualTo(HttpStatusCode.ServiceUnavailable));

        await updater.CatchUpAsync(null, null, default);
        Assert.That(await AskAsync(service, address), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await AskAsync(service, "/health/ready"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await service.GetJsonAsync("/api/search?q=bumi")).Total(), Is.EqualTo(1));
    }

    /// <summary>Stores a book after more than is checked when an index is opened.</summary>
    private static async Task StoreAsync(RunningService service)
    {
        var summary = string.Join(' ', Enumerable.Range(0, 200).Select(number => $"kata{number}"));
        var others = Enumerable.Range(2, 100).Select(number => SearchBench.Record("sd", $"{number}", $"title=Langit {number}", $"description={summary}"));
        var store = service.Data.Store;
        var run = await store.Harvests.BeginRunAsync(
            new("sd"), new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "oai_dc", Started = DateTimeOffset.UnixEpoch }, default);
        await store.Harvests.AppendPageAsync(
            new HarvestPage { RunId = run.Id, Records = [.. others, SearchBench.Record("sd", "1", "title=Bumi", $"description={Mark}")], Next = new ListPosition(0, null) },
            default);
        await store.Harvests.EndRunAsync(run.Id, new RunEnd { Ended = DateTimeOffset.UnixEpoch }, default);
        await service.Services.GetRequiredService<ClusterBuilder>().CatchUpAsync(null, default);
    }

    /// <summary>Changes what is stored with the book, where the file is mapped already.</summary>
    private static void Damage(string index)
    {
        var damaged = 0;
        foreach (var file in Directory.EnumerateFiles(index, "*.segment"))
        {
            var at = File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Mark));
            if (at >= 0)
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
                stream.Position = at;
                stream.WriteByte((byte)'X');
                damaged++;
            }
        }

        Assert.That(damaged, Is.EqualTo(1), "segments that hold the book");
    }

    private static async Task<HttpStatusCode> AskAsync(RunningService service, string address)
    {
        using var answer = await service.GetAsync(address);
        return answer.StatusCode;
    }
}
