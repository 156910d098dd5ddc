using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using UnionCatalog.Search;
using UnionCatalog.Server.Api;

namespace UnionCatalog.Tests.Api;

/// <summary>A search written as an address and read again is the same search.</summary>
public sealed class SearchAddressTests
{
    private static readonly string[] Words =
        ["ronggeng", "\"dukuh paruk\"", "a&b=c", "100%", "c++", "قاموس عربي", "ꦲꦏ꧀ꦱꦫ", "📚", "#?/", "<script>", "%41", "é", "x;y", "\u202E", "'"];

    [Test]
    public void A_search_is_the_same_after_writing_and_reading_its_address()
    {
        var random = new Random(42);
        for (var round = 0; round < 1_000; round++)
        {
            var request = Draw(random);
            var address = SearchAddress.Of(request);
            Assert.That(Described(Read(address)), Is.EqualTo(Described(request)), address);
        }
    }

    [Test]
    public void Choosing_a_value_twice_is_not_choosing_it()
    {
        var random = new Random(43);
        for (var round = 0; round < 200; round++)
        {
            var request = Draw(random) with { Page = 1 };
            var once = SearchAddress.Toggle(request, SearchFacet.Place, "Kecamatan Ini & Itu");
            var twice = SearchAddress.Toggle(once, SearchFacet.Place, "Kecamatan Ini & Itu");
            Assert.That(Read(SearchAddress.Of(once)).Facets[SearchFacet.Place], Does.Contain("Kecamatan Ini & Itu"));
            Assert.That(SearchAddress.Of(twice), Is.EqualTo(SearchAddress.Of(request)));
        }
    }

    [Test]
    public void The_empty_search_has_an_empty_address() => Assert.That(SearchAddress.Of(new SearchRequest()), Is.Empty);

    private static SearchRequest Read(string address) => SearchParameters.Read(new QueryCollection(QueryHelpers.ParseQuery(address)));

    private static SearchRequest Draw(Random random) => new()
    {
        Text = Text(random),
        Fields = Enum.GetValues<SearchField>().Where(_ => random.Next(4) == 0).ToDictionary(field => field, _ => random.GetItems(Words, 1)[0]),
        Facets = Enum.GetValues<SearchFacet>().Where(_ => random.Next(4) == 0)
            .ToDictionary(facet => facet, IReadOnlyList<string> (_) => [.. random.GetItems(Words, random.Next(1, 4)).Distinct()]),
        YearFrom = random.Next(3) == 0 ? random.Next(-5, 2100) : null,
        YearTo = random.Next(3) == 0 ? random.Next(-5, 2100) : null,
        AddedFrom = random.Next(3) == 0 ? new DateOnly(2026, 1, 1).AddDays(random.Next(400)) : null,
        Near = random.Next(3) == 0 ? random.GetItems(Words, 1)[0] : null,
        Sort = random.GetItems(Enum.GetValues<SearchSort>(), 1)[0],
        Page = random.Next(1, 30),
        Size = random.Next(1, 101),
    };

    private static string Text(Random random) => string.Join(' ', random.GetItems(Words, random.Next(4)));

    /// <summary>All of a request in one line, lists in their order.</summary>
    private static string Described(SearchRequest request) => string.Join(
        " | ",
        [
            request.Text,
            .. request.Fields.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}:{pair.Value}"),
            .. request.Facets.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}:{string.Join(',', pair.Value)}"),
            $"{request.YearFrom}-{request.YearTo} {request.Sort} {request.Page} {request.Size} {request.AddedFrom:o} {request.Near}",
        ]);
}
