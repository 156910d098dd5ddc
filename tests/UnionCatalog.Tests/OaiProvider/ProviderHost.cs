using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionCatalog.Server.OaiProvider;

namespace UnionCatalog.Tests.OaiProvider;

/// <summary>A provider on a loopback port, and a harvester's way to ask it. Every reply is held against the standard's schema.</summary>
internal sealed class ProviderHost : IAsyncDisposable
{
    public static readonly XNamespace Oai = "http://www.openarchives.org/OAI/2.0/";
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(7));

    private readonly WebApplication _app;

    private ProviderHost(WebApplication app) => _app = app;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });

    public string Url => $"{_app.Urls.Single()}/oai";

    public static async Task<ProviderHost> StartAsync(OaiRepository repository, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock ?? new FixedTime());
        builder.Services.AddResponseCompression();
        var app = builder.Build();
        app.UseResponseCompression();
        app.MapOaiProvider("/oai", repository);
        await app.StartAsync();
        return new(app);
    }

    public async Task<XElement> GetAsync(string query)
    {
        using var response = await Client.GetAsync($"{Url}?{query}");
        return await ReadAsync(response);
    }

    public async Task<XElement> PostAsync(params (string Name, string Value)[] arguments)
    {
        using var form = new FormUrlEncodedContent(arguments.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        using var response = await Client.PostAsync(Url, form);
        return await ReadAsync(response);
    }

    public static async Task<XElement> ReadAsync(HttpResponseMessage response)
    {
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/xml; charset=utf-8"));
        var root = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        OaiSchema.Check(root);
        return root;
    }

    public static string[] ErrorCodes(XElement root) => [.. root.Elements(Oai + "error").Select(error => error.Attribute("code")!.Value)];

    public static string[] Identifiers(XElement root) => [.. root.Descendants(Oai + "header").Select(header => header.Element(Oai + "identifier")!.Value)];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
