using Microsoft.Playwright;

namespace UnionCatalog.Tests.Pages;

/// <summary>Pictures of the pages, for persons to look at.</summary>
internal static class Picture
{
    /// <summary>Whether those of README are to be renewed.</summary>
    public static bool AreWanted => Environment.GetEnvironmentVariable("UNION_CATALOG_SCREENSHOTS") is { Length: > 0 };

    /// <summary>Where a file of the run's folder for pictures is.</summary>
    public static string PathOf(string file) => Path.Combine(TestContext.CurrentContext.WorkDirectory, "Screenshots", file);

    /// <summary>Takes a picture of the whole page, or of what is in the window.</summary>
    public static Task TakeAsync(IPage page, string name, bool isWhole = true) => page.ScreenshotAsync(new() { Path = PathOf(name + ".png"), FullPage = isWhole });
}
