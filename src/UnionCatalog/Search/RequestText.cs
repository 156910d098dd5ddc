using System.Globalization;

namespace UnionCatalog.Search;

/// <summary>A request in one line of text.</summary>
internal static class RequestText
{
    /// <summary>The same for whatever finds the same in the same order, whichever part of it is asked for.</summary>
    /// <remarks>Each part stands behind its length: what somebody types may hold any character, and must not be taken for another's request.</remarks>
    public static string Of(SearchRequest request) => string.Concat(((IEnumerable<string>)
    [
        request.Text,
        .. request.Fields.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}"),
        .. request.Facets.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value.Order(StringComparer.Ordinal).Select(value => $"{pair.Key}:{value}")),
        string.Create(CultureInfo.InvariantCulture, $"{request.YearFrom}-{request.YearTo} {request.AddedFrom:O} {request.Sort}"),
        request.Near ?? "",
    ]).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}")));
}
