using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using UnionCatalog.Members;
using UnionCatalog.Server;
using UnionCatalog.Server.Commands;
using UnionCatalog.Server.Limits;

namespace UnionCatalog.Tests.Api;

/// <summary>The real service in this process, on a free loopback port, over a data folder that is gone with it.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly WebApplication _app;

    private RunningService(TempFolder folder, DataFolder data, MemberDirectory members, WebApplication app)
    {
        _folder = folder;
        _app = app;
        Data = data;
        Members = members;
        Address = new Uri(app.Urls.Single());
        Client = NewClient();
    }

    /// <summary>Where its data is.</summary>
    public string Folder => _folder.Path;

    public DataFolder Data { get; }

    public MemberDirectory Members { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address { get; }

    /// <summary>Follows no redirects, keeps no cookies, says nothing that a test did not tell it to say.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts it with an empty catalogue.</summary>
    /// <param name="members">The members in force.</param>
    /// <param name="more">Doors of the test's own.</param>
    /// <param name="limits">How much each client may ask; null: as by default.</param>
    /// <param name="proxies">Web servers in front that are believed besides those of this machine.</param>
    /// <param name="peer">The address that every connection is said to come from; null: the real one, this machine's own.</param>
    public static async Task<RunningService> StartAsync(
        MemberDirectory members, Action<WebApplication>? more = null, RateLimits? limits = null, IReadOnlyList<IPAddress>? proxies = null, IPAddress? peer = null)
    {
        var folder = new TempFolder();
        var settings = new ServiceSettings(folder.Path, folder.Path, IPAddress.Loopback.ToString(), Port: 0, Contact: null, Verbose: false)
        {
            Limits = limits ?? new RateLimits(), Proxies = proxies ?? [],
        };
        var data = await DataFolder.OpenAsync(folder.Path, TimeProvider.System, default);
        var builder = ServiceHost.CreateQuietBuilder(settings, data, members);
        if (peer is not null)
        {
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Use((ConnectionContext connection, ConnectionDelegate next) =>
            {
                connection.RemoteEndPoint = new IPEndPoint(peer, port: 50_000);
                return next(connection);
            })));
        }

        var app = ServiceHost.Build(builder);
        more?.Invoke(app);
        await app.StartAsync();
        return new RunningService(folder, data, members, app);
    }

    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        BaseAddress = Address,
    };

    /// <summary>Asks exactly as written: nothing in the address is mended on the way.</summary>
    public async Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        var exact = new Uri(Address.GetLeftPart(UriPartial.Authority) + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(HttpMethod.Get, exact);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    /// <summary>The JSON of an answer that must be good.</summary>
    public async Task<JsonElement> GetJsonAsync(string address)
    {
        using var response = await GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), () => $"{address}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Data.DisposeAsync();
        _folder.Dispose();
    }
}
