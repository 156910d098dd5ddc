using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Api;

/// <summary>
/// The parameters of a search in an address, for the API and for the page alike: the one list of their names and limits.
/// </summary>
internal static class SearchParameters
{
    private static readonly string[] Sorts = [.. Enum.GetValues<SearchSort>().Select(NameOf)];

    public static readonly IReadOnlyList<ApiParameter> All =
    [
        new("q", QueryLanguage),
        .. Enum.GetValues<SearchField>().Select(field => new ApiParameter(NameOf(field), $"Words to be found in this field: {NameOf(field)}.")),
        .. Enum.GetValues<SearchFacet>().Select(facet => new ApiParameter(NameOf(facet), $"Only this value of the facet {NameOf(facet)}; may be repeated, any of the values will do.") { Repeats = true }),
        new("yearFrom", "Only editions of this year or later.") { IsNumber = true },
        new("yearTo", "Only editions of this year or earlier.") { IsNumber = true },
        new("addedFrom", "Only editions that came into the union on this day or later, such as 2026-01-31."),
        new("near", "The regency or place of libraries from which distances are reckoned, as /api/libraries names it; sort=nearest orders by them."),
        new("sort", $"The order: {string.Join(", ", Sorts)}. Default: relevance.") { Choices = Sorts },
        new("page", $"Which page, from 1. Page times size is at most {SearchRequest.MaximumReach}. Default: 1.") { IsNumber = true },
        new("size", $"Editions a page, 1 to {SearchRequest.MaximumSize}. Default: 20.") { IsNumber = true },
        new("cursor", "Where to go on, instead of \"page\": the answer's \"next\" is an address that has it. Reaches every edition, and counts no facets. Everything but the size must be as it was. By relevance it is good until the catalogue changes; every other order is gone through whatever changes, and with sort=arrival each edition that is there all the while is given exactly once."),
    ];

    /// <summary>The search box's language, for the API's description; the page /help shows it by examples.</summary>
    private const string QueryLanguage =
        "What is typed into the search box. Nothing in it is an error: what makes no sense as a sign is a word. "
        + "Words: all must be there; where no edition has all, those with most of them are given, or with words spelt nearly so, and \"widening\" says which. "
        + "\"…\": the words together. -word: without it. OR (or ATAU), in capitals: either. word*, me*an: any letters there. "
        + "title: author: subject: series: publisher: isbn: callnumber: (judul: pengarang: subjek: seri: penerbit: panggil:) before a word or \"…\": in this field. "
        + "year:1990..2005 (tahun:), class:500..599 (kelas:): ranges, either end may be open; class:500 is all of 500 to 599. language:arabic (bahasa:), format:serial, library:\"sman 1\" (perpustakaan:), place:sukamaju (tempat:). "
        + "An ISBN or ISSN in any form: that edition. At most 1,000 characters and 50 words.";

    /// <summary>A value as it is written in an address: "mostHeld".</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => Names<T>.Of[value];

    /// <summary>Reads a search from an address.</summary>
    /// <exception cref="InvalidSearchException">A parameter cannot be understood; the message says which and what is expected.</exception>
    public static SearchRequest Read(IQueryCollection query) => new()
    {
        Text = Text(query, "q"),
        Fields = Enum.GetValues<SearchField>()
            .Select(field => (field, Text: Text(query, NameOf(field))))
            .Where(pair => pair.Text.Length > 0)
            .ToDictionary(pair => pair.field, pair => pair.Text),
        Facets = Enum.GetValues<SearchFacet>()
            .Select(facet => (facet, Values: Values(query[NameOf(facet)])))
            .Where(pair => pair.Values.Count > 0)
            .ToDictionary(pair => pair.facet, pair => pair.Values),
        YearFrom = Number(query, "yearFrom"),
        YearTo = Number(query, "yearTo"),
        AddedFrom = Day(query, "addedFrom"),
        Near = Text(query, "near") is { Length: > 0 } near ? near : null,
        Sort = Sort(Text(query, "sort")),
        Page = Number(query, "page") ?? 1,
        Size = Number(query, "size") ?? 20,
    };

    private static IReadOnlyList<string> Values(StringValues values) =>
        [.. values.Where(value => !string.IsNullOrEmpty(value)).Select(value => value!).Distinct()];

    /// <summary>The text of a parameter, which may be given once; empty where it is not given.</summary>
    /// <exception cref="InvalidSearchException">It is given twice, or has control characters.</exception>
    internal static string Text(IQueryCollection query, string name) => query[name] switch
    {
        { Count: > 1 } => throw new InvalidSearchException(name, $"{name}: may be given once only.", SearchFault.Twice),
        var values when values.ToString().Any(IsUnwritable) => throw new InvalidSearchException(
            name, $"{name}: has control characters, which nothing is found by.", SearchFault.ControlCharacters),
        var values => values.ToString().Trim(),
    };

    /// <summary>A page of results writes hundreds of them.</summary>
    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>().Distinct().ToFrozenDictionary(
            value => value, value => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..]);
    }

    /// <summary>White space may be of any kind: a title pasted from elsewhere brings tabs and line ends.</summary>
    private static bool IsUnwritable(char letter) => char.IsControl(letter) && !char.IsWhiteSpace(letter);

    /// <summary>The whole number of a parameter; null where it is not given.</summary>
    /// <exception cref="InvalidSearchException">It is given twice, or is none.</exception>
    internal static int? Number(IQueryCollection query, string name)
    {
        var text = Text(query, name);
        return text.Length == 0 ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : throw new InvalidSearchException(name, $"{name}: a whole number is expected.", SearchFault.NoNumber);
    }

    private static DateOnly? Day(IQueryCollection query, string name)
    {
        var text = Text(query, name);
        return text.Length == 0 ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new InvalidSearchException(name, $"{name}: a day such as 2026-01-31 is expected.", SearchFault.NoDay);
    }

    private static SearchSort Sort(string name) =>
        name.Length == 0
            ? SearchSort.Relevance
            : Enum.GetValues<SearchSort>().Cast<SearchSort?>().FirstOrDefault(sort => NameOf(sort!.Value) == name)
                ?? throw new InvalidSearchException("sort", $"sort: expected is one of {string.Join(", ", Sorts)}.", SearchFault.UnknownChoice, string.Join(", ", Sorts));
}
