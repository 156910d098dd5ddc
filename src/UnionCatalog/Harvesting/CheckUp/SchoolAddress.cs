namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>A school's address as people write it: "perpus.sch.id", or what the browser shows after a request.</summary>
public static class SchoolAddress
{
    /// <summary>The address; null for what is no web address. Where nothing says http or https, it is https.</summary>
    public static Uri? Parse(string text)
    {
        var trimmed = text.Trim();
        var full = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : $"https://{trimmed}";
        return Uri.TryCreate(full, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Host.Length > 0
            && (uri.Host.Contains('.', StringComparison.Ordinal) || uri.IsLoopback || trimmed.Contains("://", StringComparison.Ordinal))
                ? WithoutVerb(uri)
                : null;
    }

    /// <summary>The address without a fragment, and without what belongs to one request ("verb=Identify").</summary>
    internal static Uri WithoutVerb(Uri address)
    {
        string[] request = ["verb", "metadataPrefix", "resumptionToken", "identifier", "from", "until", "set"];
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(argument => !request.Contains(argument.Split('=')[0], StringComparer.OrdinalIgnoreCase));
        return new UriBuilder(address) { Query = string.Join('&', kept), Fragment = "" }.Uri;
    }
}
