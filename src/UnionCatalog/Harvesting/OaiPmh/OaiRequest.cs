namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>One request: a verb and its arguments (OAI-PMH 2.0, section 4).</summary>
internal sealed record OaiRequest(params (string Name, string? Value)[] Arguments)
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static OaiRequest Identify { get; } = new(("verb", "Identify"));

    public static OaiRequest ListMetadataFormats { get; } = new(("verb", "ListMetadataFormats"));

    public static OaiRequest ListSets { get; } = new(("verb", "ListSets"));

    /// <summary>Whether values go out as they are, for systems that give tokens which are encoded already.</summary>
    public bool IsRaw { get; private init; }

    public static OaiRequest ListRecords(string metadataPrefix, string? from, string? set) =>
        new(("verb", "ListRecords"), ("metadataPrefix", metadataPrefix), ("from", from), ("set", set));

    /// <summary>The next page of a list: the token is an exclusive argument (section 3.5).</summary>
    public static OaiRequest NextRecords(string resumptionToken) =>
        new(("verb", "ListRecords"), ("resumptionToken", resumptionToken));

    /// <summary>The next page by a token that is sent back byte for byte, which section 3.1.1.3 forbids and SLiMS needs.</summary>
    public static OaiRequest NextRecordsRaw(string resumptionToken) => NextRecords(resumptionToken) with { IsRaw = true };

    /// <summary>The next page from a system that wants to be told the format again, as INLISLite does.</summary>
    public static OaiRequest NextRecordsWithPrefix(string resumptionToken, string metadataPrefix) =>
        new(("verb", "ListRecords"), ("metadataPrefix", metadataPrefix), ("resumptionToken", resumptionToken));

    /// <summary>The address to GET. A base address may have a query of its own (section 3.1.1 forbids it, systems do it).</summary>
    public Uri At(Uri baseUrl)
    {
        var query = string.Join('&', Arguments.Where(argument => argument.Value is not null)
            .Select(argument => $"{argument.Name}={(IsRaw ? Raw(argument.Value!) : Uri.EscapeDataString(argument.Value!))}"));
        var own = baseUrl.Query.TrimStart('?');

        // Uri would otherwise rewrite what it takes for needless encoding, and a raw token has to stay as it is.
        return new Uri($"{baseUrl.GetLeftPart(UriPartial.Path)}?{(own.Length == 0 ? query : $"{own}&{query}")}", AsWritten);
    }

    /// <summary>All but what would end the argument, the query or the request's line.</summary>
    private static string Raw(string value) => string.Concat(value.EnumerateRunes().Select(letter =>
        letter.Value is > ' ' and < 0x7F && letter.Value is not ('&' or '#' or '"' or '<' or '>')
            ? letter.ToString()
            : Uri.EscapeDataString(letter.ToString())));
}
