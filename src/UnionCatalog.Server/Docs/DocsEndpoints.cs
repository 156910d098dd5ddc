using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Docs;

/// <summary>The page that tells programmers of the API.</summary>
internal static class DocsEndpoints
{
    /// <summary>Where it is.</summary>
    public const string Path = "/api/docs";

    public static void MapDocs(this IEndpointRouteBuilder pages) =>
        pages.MapMethods(Path, PageEndpoints.Reading, (HttpContext http) => PageEndpoints.Draw<DocsPage>(http));
}
