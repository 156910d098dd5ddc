namespace UnionCatalog.Server;

/// <summary>Where readers find the pages: as the command line says, else where each of them asks.</summary>
/// <param name="site">The address of "--site"; null when it was not given.</param>
internal sealed class PublicAddress(Uri? site)
{
    /// <summary>The address before a path, such as "https://katalog.example.org", without a slash at its end.</summary>
    public string Of(HttpRequest request) =>
        site is null ? $"{request.Scheme}://{request.Host.ToUriComponent()}" : site.GetLeftPart(UriPartial.Path).TrimEnd('/');
}
