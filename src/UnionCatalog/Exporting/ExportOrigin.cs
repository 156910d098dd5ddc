namespace UnionCatalog.Exporting;

/// <summary>Where and when an edition is exported.</summary>
/// <param name="Site">The service's own address, such as "https://katalog.example.org/", ending in a slash.</param>
/// <param name="Date">The day.</param>
public sealed record ExportOrigin(Uri Site, DateOnly Date)
{
    /// <summary>Who says so: the name under which the exported records are known elsewhere (MARC 003, MODS recordContentSource).</summary>
    public string Agency => Site.Host;

    /// <summary>The permanent address of an edition.</summary>
    public Uri AddressOf(string edition) => new(Site, $"records/{edition}");
}
