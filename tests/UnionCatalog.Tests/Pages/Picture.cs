using Microsoft.Playwright;

namespace UnionCatalog.Tests.Pages;

/// <summary>Pictures of the pages, for persons. They prove nothing and take longer to draw than all else of a page, so they are taken where somebody asks for them.</summary>
internal static class Picture
{
    public static bool AreWanted => Environment.GetEnvironmentVariable("UNION_CATALOG_SCREENSHOTS") is { Length: > 0 };

    /// <summary>Where a file of the run's folder for pictures is.</summary>
    public static string PathOf(string file) => Path.Combine(TestContext.CurrentContext.WorkDirectory, "Screenshots", file);

    /// <summary>Takes a picture of the whole page, or of what is in the window, where pictures are wanted.</summary>
    public static Task TakeAsync(IPage page, string name, bool isWhole = true) =>
        AreWanted ? page.ScreenshotAsync(new() { Path = PathOf(name + ".png"), FullPage = isWhole }) : Task.CompletedTask;
}
