using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>What tests of the demo's pages in a real browser begin and end with; skipped where there is no browser.</summary>
public abstract class DemoInBrowser
{
    private protected Browser Browser { get; private set; } = null!;

    private protected RunningService Service { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task OpenBrowser()
    {
        Browser = await Browser.StartAsync();
        Service = await DemoCatalog.Service;
    }

    [OneTimeTearDown]
    public async Task CloseBrowser()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }
    }
}
