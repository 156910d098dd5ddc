using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.SlimsUpload;

/// <summary>The running service with two schools that upload, and one that is harvested and has a password as well.</summary>
internal sealed class UploadService : IAsyncDisposable
{
    private static readonly string Hash = PasswordHash.Of(PasswordDigest.Of("bunga rampai")).ToString();

    private UploadService(RunningService service) => Service = service;

    public static Node First { get; } = new("sman1", "bunga rampai");

    /// <summary>Its SLiMS has the SHA-1 in its files.</summary>
    public static Node Second { get; } = new("sma-2", "b269091d8a65ad39055a94b301db8ac47dc8f968");

    public RunningService Service { get; }

    public IHarvestStore Store => Service.Data.Store.Harvests;

    public static async Task<UploadService> StartAsync() => new(await RunningService.StartAsync(new MemberDirectory(
    [
        NewMember("sma-1", new SlimsUploadSource { NodeId = "SMAN1" }),
        NewMember("sma-2", new SlimsUploadSource()),
        NewMember("sma-3", new OaiPmhSource { BaseUrl = new Uri("http://localhost:1/oai") }),
    ])));

    public static Member NewMember(string id, MemberSource source) => new()
    {
        Id = new SourceId(id), Name = id, Kind = LibraryKind.SeniorHighSchool, Place = "Sewon", Source = source, PasswordHash = Hash,
    };

    /// <summary>Sends, and gives back the status word and the message of an answer that must be 200 and JSON.</summary>
    public async Task<(string Status, string Message)> PostAsync(string json, string address = "ucpoll.php")
    {
        using var body = Node.Body(json);
        return await PostAsync(body, address);
    }

    public async Task<(string Status, string Message)> PostAsync(HttpContent body, string address = "ucpoll.php", string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Service.Address.GetLeftPart(UriPartial.Authority)}/{address}")) { Content = body };
        if (from is not null)
        {
            request.Headers.Add("X-Forwarded-For", from);
        }

        using var response = await Service.Client.SendAsync(request);
        return await ReadAsync(response);
    }

    public static async Task<(string Status, string Message)> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
        var answer = JsonDocument.Parse(text).RootElement;
        return (answer.GetProperty("status").GetString()!, answer.GetProperty("message").GetString()!);
    }

    public async Task<string?> TitleAsync(string member, int number) =>
        await Store.FindRecordAsync(new(new SourceId(member), $"slims-{number}"), default) is HarvestedRecord.Live live
            ? ((RecordReading.Readable)RecordReader.Read(live.Format, live.Metadata, new HoldingsMapping())).Record.Title.Proper
            : null;

    public async Task<long> CountAsync(string member) => (await Store.CountLiveAsync(default)).GetValueOrDefault(new SourceId(member));

    public async Task<HarvestRun> LatestRunAsync(string member) => (await Store.ListLatestRunsAsync(default)).Single(run => run.Source.Value == member);

    public Task CatchUpAsync() => Service.Services.GetRequiredService<CatalogUpdater>().CatchUpAsync(null, null, default);

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
