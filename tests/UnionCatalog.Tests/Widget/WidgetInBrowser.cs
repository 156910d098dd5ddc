using Microsoft.Playwright;
using UnionCatalog.Records;
using UnionCatalog.Server.Widget;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Widget;

/// <summary>What tests of the widget in a real browser begin and end with: another catalogue's site, and a window on it.</summary>
public abstract class WidgetInBrowser : DemoInBrowser
{
    /// <summary>Of the book of every recorded page.</summary>
    protected const string Isbn = "9786022916628";

    /// <summary>The heading that stands where the widget has something to show.</summary>
    protected const string Shown = "union-catalog h2";

    private protected OpacSite Opac { get; private set; } = null!;

    private protected IPage Window { get; private set; } = null!;

    /// <summary>Whatever the window complained of, and every request that went to another origin than the catalogue's.</summary>
    private protected List<string> AllComplaints { get; private set; } = [];

    /// <summary>Where the service is.</summary>
    private protected string Site => Service.Address.GetLeftPart(UriPartial.Authority);

    [OneTimeSetUp]
    public async Task OpenOpac() => Opac = await OpacSite.StartAsync();

    [OneTimeTearDown]
    public async Task CloseOpac()
    {
        if (Opac is not null)
        {
            await Opac.DisposeAsync();
        }
    }

    [SetUp]
    public async Task OpenWindow()
    {
        AllComplaints = [];
        Window = await Browser.OpenAsync(Opac.Address, 1024, 900, "en", AllComplaints, scripts: true);
    }

    [TearDown]
    public async Task CloseWindow()
    {
        if (Window is not null)
        {
            await Window.Context.DisposeAsync();
        }
    }

    /// <summary>The lines that the page for librarians gives for a system.</summary>
    private protected WidgetLines Lines(OpacSystem system, string? library) => new(system, Site, library is null ? null : Service.Members.Find(new SourceId(library)), null);

    /// <summary>All but that the page asks our service, which it is there for.</summary>
    private protected IEnumerable<string> Complaints() => AllComplaints.Where(complaint => !complaint.Contains(" asks for ", StringComparison.Ordinal));

    private protected Task<int> HeightOfWidgetAsync() => Window.EvaluateAsync<int>("() => document.querySelector('union-catalog').offsetHeight");

    private protected Task<string> StyleAsync(string selector, string property) => Window.EvaluateAsync<string>(
        "([selector, property]) => getComputedStyle(document.querySelector('union-catalog').shadowRoot.querySelector(selector))[property]", new[] { selector, property });
}
