using System.Net;
using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.Archive;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Harvesting.Archive;

/// <summary>Pages in files: whole, torn, damaged, too old. The clock stands at 8 in the morning in Jakarta, on 21 November.</summary>
public sealed class PageArchiveTests
{
    private TempFolder _folder = null!;
    private FakeTime _clock = null!;
    private PageArchive _archive = null!;

    [SetUp]
    public void Open()
    {
        (_folder, _clock) = (new(), new());
        _archive = new(new HarvestOptions { PagesFolder = _folder.Path, MaxPageBytes = 100_000 }, _clock);
    }

    [TearDown]
    public void Close() => _folder.Dispose();

    [Test]
    public void A_page_is_given_back_as_it_came()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadGateway);
        response.Headers.TryAddWithoutValidation("Server", "Apache");
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/xml; charset=utf-8");
        var body = Enumerable.Range(0, 5000).Select(number => (byte)(number * number)).ToArray();

        Keep(keeper => keeper.Keep(new("http://admin:rahasia@sma.example/oai?resumptionToken=a%2Bb"), response, body));

        var page = _archive.Read(Member().Id, null).Single()!;
        Assert.That((page.Came, page.Request, page.Status), Is.EqualTo((_clock.GetUtcNow(), "http://sma.example/oai?resumptionToken=a%2Bb", 502)));
        Assert.That(page.Headers, Is.EquivalentTo(new Dictionary<string, string> { ["Server"] = "Apache", ["Content-Type"] = "text/xml; charset=utf-8" }));
        Assert.That(page.Body.ToArray(), Is.EqualTo(body));
    }

    [TestCase("Set-Cookie", "PHPSESSID=1")]
    [TestCase("WWW-Authenticate", "Basic")]
    [TestCase("X-CSRF-Token", "1")]
    [TestCase("X-Api-Key", "1")]
    public void What_may_let_somebody_in_is_not_kept(string header, string value)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation(header, value);

        Keep(keeper => keeper.Keep(new("http://sma.example/oai"), response, "x"u8.ToArray()));

        Assert.That(_archive.Read(Member().Id, null).Single()!.Headers, Is.Empty);
    }

    [Test]
    public void Each_harvest_has_a_file_in_the_day_on_which_it_began()
    {
        Keep(Page("1"), Page("2"));
        Keep(Page("3"));
        _clock.Advance(TimeSpan.FromHours(16)); // midnight in Jakarta
        Keep(Page("4"));

        var files = Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.Path, file).Replace('\\', '/'));
        Assert.That(files, Is.EquivalentTo(["sma-contoh/2026-11-21/0001.pages", "sma-contoh/2026-11-21/0002.pages", "sma-contoh/2026-11-22/0001.pages"]));
        Assert.That(Bodies(), Is.EqualTo(new[] { "1", "2", "3", "4" }));
        Assert.That(Bodies(new(2026, 11, 22)), Is.EqualTo(new[] { "4" }));
        Assert.That(Bodies(new(2026, 11, 23)), Is.Empty);
    }

    [Test]
    public void Nothing_is_kept_of_a_member_that_does_not_ask_for_it()
    {
        Assert.That(_archive.Begin(Member(days: 0)), Is.Null);
        Assert.That(new PageArchive(new HarvestOptions(), _clock).Begin(Member()), Is.Null);
        using (_archive.Begin(Member()))
        {
        }

        Assert.That(Directory.EnumerateFileSystemEntries(_folder.Path), Is.Empty, "a harvest without pages leaves no file");
    }

    [Test]
    public void Days_that_are_too_old_are_removed_and_nothing_else_is()
    {
        foreach (var day in Enumerable.Range(1, 5))
        {
            Keep(Page($"{day}"));
            _clock.Advance(TimeSpan.FromDays(1));
        }

        Directory.CreateDirectory(_folder.File("sma-contoh/notes"));

        _archive.RemoveOld(Member(days: 3));

        Assert.That(Bodies(), Is.EqualTo(new[] { "4", "5" }), "today and the two days before; today has none");
        Assert.That(Directory.Exists(_folder.File("sma-contoh/notes")), Is.True);
        _archive.RemoveOld(Member(days: 0));
        Assert.That(Bodies(), Is.Empty, "keeping is switched off");
    }

    [Test]
    public void A_file_cut_anywhere_gives_the_pages_that_are_whole_and_tells_of_the_torn_one()
    {
        Keep(Page("one"), Page("two"));
        var file = File();
        var whole = System.IO.File.ReadAllBytes(file);
        var second = 1 + whole.AsSpan(1).IndexOf(whole.AsSpan(0, 8));

        for (var length = 0; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(file, whole[..length]);

            string?[] expected = length < second ? length == 0 ? [] : [null] : length == second ? ["one"] : ["one", null];
            Assert.That(Bodies(), Is.EqualTo(expected), $"{length} bytes");
        }
    }

    [Test]
    public void A_damaged_byte_costs_its_page_only_wherever_it_is()
    {
        Keep(Page("one"), Page("two"), Page("three"));
        var file = File();
        var whole = System.IO.File.ReadAllBytes(file);
        var second = 1 + whole.AsSpan(1).IndexOf(whole.AsSpan(0, 8));
        var third = second + 1 + whole.AsSpan(second + 1).IndexOf(whole.AsSpan(0, 8));

        for (var at = second; at < third; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x41;
            System.IO.File.WriteAllBytes(file, damaged);

            Assert.That(Bodies(), Is.EqualTo(new[] { "one", null, "three" }), $"byte {at}");
        }
    }

    [Test]
    public void Pages_after_a_long_stretch_of_rubbish_are_found()
    {
        Keep(Page("one"));
        var file = File();
        var page = System.IO.File.ReadAllBytes(file);
        var rubbish = new byte[300_001];
        new Random(7).NextBytes(rubbish);
        System.IO.File.WriteAllBytes(file, [.. rubbish, .. page, .. rubbish[..65_533], .. page]);

        Assert.That(Bodies(), Is.EqualTo(new[] { null, "one", null, "one" }));
    }

    [Test]
    public void A_page_larger_than_is_read_is_passed_over()
    {
        Keep(Page(new string('x', 100_001)), Page("small"));

        Assert.That(Bodies(), Is.EqualTo(new[] { null, "small" }));
    }

    [Test]
    public void Where_nothing_can_be_written_the_keeper_says_why_and_goes_on()
    {
        System.IO.File.WriteAllText(_folder.File("sma-contoh"), "a file where the folder should be");

        using var keeper = _archive.Begin(Member())!;
        Page("1")(keeper);
        Page("2")(keeper);
        keeper.Finish();

        Assert.That(keeper.Failure, Is.Not.Empty);
    }

    private static Action<PageKeeper> Page(string body) => keeper =>
    {
        using var response = new HttpResponseMessage();
        keeper.Keep(new("http://sma.example/oai"), response, System.Text.Encoding.UTF8.GetBytes(body));
    };

    private void Keep(params Action<PageKeeper>[] pages)
    {
        using var keeper = _archive.Begin(Member())!;
        foreach (var page in pages)
        {
            page(keeper);
        }

        keeper.Finish();
        Assert.That(keeper.Failure, Is.Null);
    }

    private string File() => Directory.EnumerateFiles(_folder.Path, "*.pages", SearchOption.AllDirectories).Single();

    private List<string?> Bodies(DateOnly? from = null) =>
        [.. _archive.Read(Member().Id, from).Select(page => page is null ? null : System.Text.Encoding.UTF8.GetString(page.Body.Span))];

    private static Member Member(int days = 30) => HarvestBench.Kept(Pages.Member(new("http://sma.example/oai")), days);
}
