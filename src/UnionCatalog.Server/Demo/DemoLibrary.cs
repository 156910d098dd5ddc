using System.Net;
using UnionCatalog.Members;
using UnionCatalog.Server.OaiProvider;

namespace UnionCatalog.Server.Demo;

/// <summary>One imagined library on a loopback port: its OAI-PMH provider, and a plain page a record in place of its OPAC.</summary>
internal sealed class DemoLibrary : IAsyncDisposable
{
    /// <summary>Records a page: small, so that a few hundred records make several pages.</summary>
    private const int PageSize = 40;

    private readonly WebApplication _app;

    private DemoLibrary(WebApplication app, Member member)
    {
        _app = app;
        Member = member;
    }

    /// <summary>The member as it is to be harvested: its configuration, at the port that could be had.</summary>
    public Member Member { get; }

    /// <summary>Starts serving the records of a demo member, at its configured port or, where that is taken, at another.</summary>
    public static async Task<DemoLibrary> StartAsync(Member member, CancellationToken cancellation)
    {
        try
        {
            return await StartAsync(member, AddressOf(member).Port, cancellation);
        }
        catch (IOException)
        {
            return await StartAsync(member, port: 0, cancellation);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<DemoLibrary> StartAsync(Member member, int port, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{IPAddress.Loopback}:{port}");
        builder.Services.AddResponseCompression();
        var app = builder.Build();
        app.UseResponseCompression();
        var repository = Load(member);
        app.MapOaiProvider(AddressOf(member).AbsolutePath, repository);
        DemoOpac.Map(app, member, repository);
        try
        {
            await app.StartAsync(cancellation);
            return new DemoLibrary(app, At(member, new Uri(app.Urls.Single()).Port));
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static Member At(Member member, int port) => member with
    {
        Source = (OaiPmhSource)member.Source with { BaseUrl = new UriBuilder(AddressOf(member)) { Port = port }.Uri },
        RecordLink = $"http://{IPAddress.Loopback}:{port}{DemoOpac.Path}/{{identifier}}",
        Status = new StatusRecipe(StatusForm.Slims, $"http://{IPAddress.Loopback}:{port}{DemoOpac.Path}/{{identifier}}"),
    };

    private static Uri AddressOf(Member member) => ((OaiPmhSource)member.Source).BaseUrl;

    private static OaiRepository Load(Member member)
    {
        var name = $"Demo.Libraries.{member.Id}.xml";
        using var stream = typeof(DemoLibrary).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The demo has no records for '{member.Id}'.");
        return StaticRepository.Load(stream, PageSize);
    }
}
