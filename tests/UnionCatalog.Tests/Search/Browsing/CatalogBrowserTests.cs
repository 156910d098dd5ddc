using UnionCatalog.Search;
using UnionCatalog.Search.Browsing;

namespace UnionCatalog.Tests.Search.Browsing;

/// <summary>The alphabetical lists of the demo, held against a plain look at every edition.</summary>
public sealed class CatalogBrowserTests
{
    private static readonly BrowseList[] Lists = Enum.GetValues<BrowseList>();

    private CatalogBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task Open() => _browser = new CatalogBrowser((await DemoBench.Bench).Search);

    [TestCaseSource(nameof(Lists))]
    public async Task Every_heading_is_there_once_in_its_order_with_its_count(BrowseList list)
    {
        var expected = await DemoLists.OfAsync(list);
        var walked = Forwards(new BrowseRequest(list) { Size = 7 });

        Assert.That(expected, Has.Count.GreaterThan(2));
        Assert.That(walked.Select(entry => entry.Count), Is.EqualTo(expected.Select(heading => heading.Count)));
        foreach (var (entry, (key, heading, _)) in walked.Zip(expected))
        {
            Assert.That(entry.Heading, heading.Length <= BrowseTerm.HeadingLength ? Is.EqualTo(heading) : Does.EndWith("…"), key);
            Assert.That(heading, Does.StartWith(entry.Heading.TrimEnd('…')), key);
        }
    }

    [TestCaseSource(nameof(Lists))]
    public void Backwards_it_is_the_same_list(BrowseList list)
    {
        foreach (var size in new[] { 1, 7, 100 })
        {
            Assert.That(Headings(Backwards(new BrowseRequest(list) { Size = size, IsBackward = true })), Is.EqualTo(Headings(Forwards(new BrowseRequest(list) { Size = size }))), $"{size}");
        }
    }

    [TestCaseSource(nameof(Lists))]
    public void There_and_back_again_one_stands_where_one_stood(BrowseList list)
    {
        var page = _browser.Browse(new BrowseRequest(list) { Size = 5 });
        Assert.That(page.Previous, Is.Null);
        while (page.Next is { } next)
        {
            var following = _browser.Browse(new BrowseRequest(list) { Size = 5, Cursor = next });
            var back = _browser.Browse(new BrowseRequest(list) { Size = 5, Cursor = following.Previous, IsBackward = true });
            Assert.That(Headings(back.Entries), Is.EqualTo(Headings(page.Entries)));
            Assert.That(back.Next, Is.EqualTo(next));
            page = following;
        }
    }

    [TestCaseSource(nameof(Lists))]
    public async Task Whatever_is_asked_for_the_list_opens_where_it_would_stand(BrowseList list)
    {
        var expected = await DemoLists.OfAsync(list);
        foreach (var from in Asked(expected))
        {
            var key = FilingKey.Of(list, from);
            var place = expected.Count(heading => string.CompareOrdinal(heading.Key, key) < 0);
            var page = _browser.Browse(new BrowseRequest(list) { From = from, Size = 10, Neighbours = 3 });
            var before = key.Length == 0 ? 0 : Math.Min(3, place);

            Assert.That(page.Entries.Select(entry => entry.Count), Is.EqualTo(expected.Skip(place - before).Take(10).Select(heading => heading.Count)), from);
            Assert.That(page.Place, key.Length == 0 ? Is.Null : Is.EqualTo(before), from);
            Assert.That(page.IsExact, Is.EqualTo(expected.Any(heading => heading.Key == key)), from);
            var backwards = _browser.Browse(new BrowseRequest(list) { From = from, Size = 4, IsBackward = true });
            var end = key.Length == 0 ? expected.Count : place;
            Assert.That(backwards.Entries.Select(entry => entry.Count), Is.EqualTo(expected.Take(end).TakeLast(4).Select(heading => heading.Count)), from);
        }
    }

    [TestCaseSource(nameof(Lists))]
    public async Task The_letters_are_those_with_which_headings_begin(BrowseList list) =>
        Assert.That(_browser.Letters(list), Is.EqualTo((await DemoLists.OfAsync(list)).Select(heading => char.ConvertFromUtf32(char.ConvertToUtf32(heading.Key, 0))).Distinct()));

    [TestCase(0, 0, "size")]
    [TestCase(101, 0, "size")]
    [TestCase(5, 5, "neighbours")]
    [TestCase(5, -1, "neighbours")]
    public void A_page_beyond_the_limits_is_refused_by_name(int size, int neighbours, string field) =>
        Assert.That(Refused(new BrowseRequest(BrowseList.Title) { Size = size, Neighbours = neighbours }), Is.EqualTo(field));

    [Test]
    public void A_place_or_cursor_that_cannot_be_is_refused_by_name()
    {
        Assert.That(Refused(new BrowseRequest(BrowseList.Title) { From = new string('a', 1_001) }), Is.EqualTo("from"));
        foreach (var cursor in new[] { "", "?", "a", "/w==", "_w", new string('A', 10_000), "\0", "💥" })
        {
            Assert.That(Refused(new BrowseRequest(BrowseList.Title) { Cursor = cursor }), Is.EqualTo("cursor"), cursor);
            Assert.That(Refused(new BrowseRequest(BrowseList.Title) { Cursor = cursor, IsBackward = true }), Is.EqualTo("cursor"), cursor);
        }
    }

    private static IEnumerable<string> Asked(List<(string Key, string Heading, int Count)> expected) =>
    [
        "", " ", "*", "\"", "'; DROP TABLE books; --", "\u202E", "\uD800", "\uFFFF", "a", "A", "zzzz", "0", "9", "م", "\u0001", "the", "Ronggeng Dukuh Paruk", "<script>",
        new string('w', 1_000), .. expected.Where((_, at) => at % 9 == 0).Select(heading => heading.Key), .. expected.Where((_, at) => at % 9 == 4).Select(heading => heading.Key + " zz"),
    ];

    private string Refused(BrowseRequest request) => Assert.Throws<InvalidSearchException>(() => _browser.Browse(request))!.Field;

    private static IEnumerable<string> Headings(IEnumerable<BrowseEntry> entries) => entries.Select(entry => entry.Heading);

    private List<BrowseEntry> Forwards(BrowseRequest request)
    {
        var entries = new List<BrowseEntry>();
        for (BrowsePage? page = _browser.Browse(request); page is not null; page = page.Next is { } next ? _browser.Browse(request with { Cursor = next }) : null)
        {
            entries.AddRange(page.Entries);
        }

        return entries;
    }

    private List<BrowseEntry> Backwards(BrowseRequest request)
    {
        var entries = new List<BrowseEntry>();
        for (BrowsePage? page = _browser.Browse(request); page is not null; page = page.Previous is { } previous ? _browser.Browse(request with { Cursor = previous }) : null)
        {
            entries.InsertRange(0, page.Entries);
        }

        return entries;
    }
}
