namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>One request: a verb and its arguments (OAI-PMH 2.0, section 4).</summary>
internal sealed record OaiRequest(params (string Name, string? Value)[] Arguments)
{
    public static OaiRequest Identify { get; } = new(("verb", "Identify"));

    public static OaiRequest ListMetadataFormats { get; } = new(("verb", "ListMetadataFormats"));

    public static OaiRequest ListSets { get; } = new(("verb", "ListSets"));

    public static OaiRequest ListRecords(string metadataPrefix, string? from, string? set) =>
        new(("verb", "ListRecords"), ("metadataPrefix", metadataPrefix), ("from", from), ("set", set));

    /// <summary>The next page of a list: the token is an exclusive argument (section 3.5).</summary>
    public static OaiRequest NextRecords(string resumptionToken) =>
        new(("verb", "ListRecords"), ("resumptionToken", resumptionToken));

    /// <summary>The address to GET. A base address may have a query of its own (section 3.1.1 forbids it, systems do it).</summary>
    public Uri At(Uri baseUrl)
    {
        var query = string.Join('&', Arguments.Where(argument => argument.Value is not null)
            .Select(argument => $"{argument.Name}={Uri.EscapeDataString(argument.Value!)}"));
        var own = baseUrl.Query.TrimStart('?');
        return new UriBuilder(baseUrl) { Query = own.Length == 0 ? query : $"{own}&{query}", Fragment = "" }.Uri;
    }
}
