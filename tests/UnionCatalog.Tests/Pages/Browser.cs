using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace UnionCatalog.Tests.Pages;

/// <summary>
/// The operating system's Chromium, driven by Playwright; tests are skipped with a clear line where one of them is absent. One
/// Chromium serves all fixtures: each closes its own windows, which share neither cookies nor storage with others.
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-proxy-server", "--disable-background-networking", "--disable-component-update",
        "--disable-default-apps", "--disable-extensions", "--disable-sync", "--no-first-run",
    ];

    private static readonly Lazy<Task<(IPlaywright Playwright, IBrowser Chromium)>> Launched = new(LaunchAsync);

    private readonly IBrowser _browser;
    private readonly ConcurrentBag<IBrowserContext> _windows = [];

    private Browser(IBrowser browser) => _browser = browser;

    public static async Task<Browser> StartAsync() => new((await Launched.Value).Chromium);

    /// <summary>Ends the Chromium that all have shared.</summary>
    public static async Task EndAsync()
    {
        if (Launched is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            var (playwright, chromium) = await Launched.Value;
            await chromium.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Chromium)> LaunchAsync()
    {
        if (!File.Exists(Chromium))
        {
            Assert.Ignore($"needs {Chromium}, which is not on this machine");
        }

        IPlaywright playwright;
        try
        {
            playwright = await Playwright.CreateAsync();
        }
        catch (PlaywrightException absent)
        {
            Assert.Ignore($"needs Playwright's driver, which cannot be started on this machine: {absent.Message}");
            throw;
        }

        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments }));
    }

    /// <summary>Opens a window as one reader has it; whatever its page complains of is put into <paramref name="complaints"/>.</summary>
    public async Task<IPage> OpenAsync(
        Uri address, int width, int height, string language, List<string> complaints, ColorScheme scheme = ColorScheme.Light, bool scripts = false)
    {
        var window = await _browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(), ViewportSize = new() { Width = width, Height = height }, Locale = language, ColorScheme = scheme,
            JavaScriptEnabled = scripts, ReducedMotion = ReducedMotion.Reduce,
        });
        _windows.Add(window);
        var page = await window.NewPageAsync();
        page.Console += (_, message) => complaints.Add($"{page.Url}: {message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url}: {request.Failure}");
        page.Dialog += (_, dialog) => complaints.Add($"{page.Url}: a dialog: {dialog.Message}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal))
            {
                complaints.Add($"{page.Url} asks for {request.Url}");
            }
        };
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows)
        {
            await window.DisposeAsync();
        }
    }
}
