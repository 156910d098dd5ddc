using System.Globalization;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>One request, by GET, and its parameters (SRU 1.1 and 1.2, "Request Parameters"; SRU 2.0, sections 3 and 6).</summary>
internal sealed record SruRequest(params (string Name, string? Value)[] Parameters)
{
    /// <summary>Asks the server what it has. 2.0 asks by asking nothing.</summary>
    public static SruRequest Explain(string version) => Is20(version) ? new() : new(("version", version), ("operation", "explain"));

    /// <summary>Asks for some of a query's records.</summary>
    /// <param name="version">"1.1", "1.2" or "2.0"; a request of 2.0 is known by naming neither its version nor its operation.</param>
    /// <param name="query">The query in CQL.</param>
    /// <param name="start">The position of the first record wanted, from 1.</param>
    /// <param name="count">The most records wanted.</param>
    /// <param name="schema">The record schema; null leaves it to the server.</param>
    public static SruRequest Search(string version, string query, long start, int count, string? schema) =>
        new([
            .. Is20(version) ? [] : (ReadOnlySpan<(string, string?)>)[("version", version), ("operation", "searchRetrieve")],
            ("query", query),
            ("startRecord", start.ToString(CultureInfo.InvariantCulture)),
            ("maximumRecords", count.ToString(CultureInfo.InvariantCulture)),
            ("recordSchema", schema),
            (Is20(version) ? "recordXMLEscaping" : "recordPacking", "xml"),
        ]);

    /// <summary>The address to GET. A base address may have a query of its own, which names the database at some servers.</summary>
    public Uri At(Uri baseUrl)
    {
        var query = string.Join('&', Parameters.Where(parameter => parameter.Value is not null)
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}")
            .Prepend(baseUrl.Query.TrimStart('?'))
            .Where(part => part.Length > 0));
        return new Uri(baseUrl.GetLeftPart(UriPartial.Path) + (query.Length == 0 ? "" : $"?{query}"));
    }

    private static bool Is20(string version) => version == "2.0";
}
