using UnionCatalog.FullText.Analysis;
using UnionCatalog.Search;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Search.Suggesting;
using UnionCatalog.Tests.Search.Browsing;

namespace UnionCatalog.Tests.Search.Suggesting;

/// <summary>What is suggested while one types. The time is long here: a busy machine must not cut what is tested short.</summary>
public sealed class SuggestionTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private CatalogSuggester _demo = null!;

    [OneTimeSetUp]
    public async Task Open() => _demo = new CatalogSuggester((await DemoBench.Bench).Search) { Time = Long };

    [Test]
    public async Task The_start_of_each_word_of_a_title_finds_the_title()
    {
        var (asked, complete) = (0, 0);
        foreach (var edition in await DemoLists.EditionsAsync())
        {
            var title = edition.Description.Title;
            var words = CatalogSchema.Words.Terms(title.Proper).Take(8).ToList();
            for (var at = 0; at < words.Count; at++)
            {
                // The other words too, where there are any: of "pe" alone there are more titles than are suggested.
                var start = words.Count == 1 ? words[at] : words[at][..Math.Min(words[at].Length, Math.Max(2, words[at].Length / 2))];
                var typed = string.Join(' ', [.. words.Where((_, other) => other != at), start]);
                var found = Texts(_demo.Suggest(typed), SuggestionKind.Title).Select(Filed).ToList();
                Assert.That(found.Count == 5 || found.Contains(Filed(BrowseHeadings.OfTitle(title))), $"{typed}: {BrowseHeadings.OfTitle(title)} is not among {string.Join(", ", found)}");
                complete += found.Count < 5 ? 1 : 0;
                asked++;
            }
        }

        Assert.That(complete, Is.GreaterThan(asked * 9 / 10), "few are among more titles than are suggested");
        Assert.That(asked, Is.GreaterThan(100));

        static string Filed(string text) => FilingKey.Of(BrowseList.Title, text);
    }

    [TestCase("tohari", "Tohari")]
    [TestCase("ahmad toh", "Tohari")]
    [TestCase("tohari ah", "Tohari")]
    public void An_author_is_found_by_any_of_his_names_in_any_order(string typed, string name) =>
        Assert.That(Texts(_demo.Suggest(typed), SuggestionKind.Author), Has.Some.Contains(name));

    [Test]
    public async Task What_more_libraries_have_comes_first_and_each_title_once()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.AddAsync(
            Book("sd", "1", "Bumi Cinta", "Shirazy, Habiburrahman"), Book("sd", "2", "Bumi", "Liye, Tere"), Book("sma", "2", "Bumi", "Liye, Tere"),
            SearchBench.Record("sd", "3", "title=Bumi Cinta", "creator=Shirazy, Habiburrahman", "publisher=Ihwah", "date=2010", "format=500 hlm."),
            Book("sd", "4", "Langit", "Bumijaya, A."));
        var suggester = new CatalogSuggester(bench.Search) { Time = Long };

        var found = suggester.Suggest("bum");

        Assert.That(found.Select(suggestion => $"{suggestion.Kind} {suggestion.Text}"), Is.EqualTo(["Title Bumi", "Title Bumi Cinta", "Author Bumijaya, A."]));
        Assert.That(bench.Search.Find(new UnionCatalog.Store.ClusterId(found[0].Edition!))!.Description.Title.Proper, Is.EqualTo("Bumi"));
        Assert.That(suggester.Suggest("shirazy bum").Select(suggestion => suggestion.Text), Does.Contain("Bumi Cinta"), "a title by its author");
        Assert.That(suggester.Suggest("bumi ").Select(suggestion => suggestion.Text), Is.EqualTo(["Bumi", "Bumi Cinta"]), "a blank ends the word");
    }

    [Test]
    public async Task Old_spelling_and_new_find_each_other()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.AddAsync(
            SearchBench.Record("sd", "1", "title=Tjerita dari Blora", "creator=Toer, Pramoedya Ananta", "date=1952"),
            SearchBench.Record("sd", "2", "title=Cerita Calon Arang", "creator=Soekarno", "date=1999", "subject=Dongeng"));
        var suggester = new CatalogSuggester(bench.Search) { Time = Long };

        Assert.That(Texts(suggester.Suggest("cerita dari bl"), SuggestionKind.Title), Is.EqualTo(["Tjerita dari Blora"]));
        Assert.That(Texts(suggester.Suggest("tjerita tja"), SuggestionKind.Title), Is.EqualTo(["Cerita Calon Arang"]));
        Assert.That(Texts(suggester.Suggest("sukar"), SuggestionKind.Author), Is.EqualTo(["Soekarno"]));
        Assert.That(Texts(suggester.Suggest("soekar"), SuggestionKind.Author), Is.EqualTo(["Soekarno"]));
        Assert.That(Texts(suggester.Suggest("dong"), SuggestionKind.Subject), Is.EqualTo(["Dongeng"]));
    }

    [Test]
    public void Words_are_taken_for_others_only_where_nothing_has_them()
    {
        Assert.That(Texts(_demo.Suggest("ronggenk dukuh"), SuggestionKind.Title), Has.Some.StartWith("Ronggeng"));
        Assert.That(Texts(_demo.Suggest("rongeng"), SuggestionKind.Title), Has.Some.StartWith("Ronggeng"));
        Assert.That(Texts(_demo.Suggest("ronggeng"), SuggestionKind.Title), Has.All.Contain("Ronggeng").IgnoreCase.And.Not.Empty);
        Assert.That(_demo.Suggest("xyzzyqqq"), Is.Empty);
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("\"*-:()")]
    [TestCase("\u202E\u0000")]
    [TestCase("\uD800")]
    public void Where_nothing_is_typed_nothing_is_suggested(string text) => Assert.That(_demo.Suggest(text), Is.Empty);

    [Test]
    public void Any_text_is_answered_with_at_most_ten()
    {
        var random = new Random(20_261_126);
        for (var round = 0; round < 100; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, CatalogSuggester.MaximumLength)).Select(_ => random.GetItems("abegnrus \"*-:('\uD800\u202Eم日".ToCharArray(), 1)[0]));
            Assert.That(_demo.Suggest(text), Has.Count.LessThanOrEqualTo(10), text);
        }

        foreach (var letter in "abcdefghijklmnopqrstuvwxyz0م")
        {
            Assert.That(_demo.Suggest(letter.ToString()), Has.Count.LessThanOrEqualTo(10));
        }
    }

    [Test]
    public void A_text_that_is_too_long_is_refused_by_name() =>
        Assert.That(Assert.Throws<InvalidSearchException>(() => _demo.Suggest(new string('a', CatalogSuggester.MaximumLength + 1)))!.Field, Is.EqualTo("q"));

    [Test]
    public async Task Where_the_time_is_spent_there_are_fewer_and_no_fault()
    {
        var hurried = new CatalogSuggester((await DemoBench.Bench).Search) { Time = TimeSpan.Zero };

        Assert.That(() => hurried.Suggest("ronggeng duk"), Throws.Nothing);
    }

    private static IEnumerable<string> Texts(IEnumerable<Suggestion> suggestions, SuggestionKind kind) =>
        suggestions.Where(suggestion => suggestion.Kind == kind).Select(suggestion => suggestion.Text);

    private static UnionCatalog.Store.HarvestedRecord Book(string library, string id, string title, string author) =>
        SearchBench.Record(library, id, $"title={title}", $"creator={author}", "publisher=Republika", "date=2015", "format=300 hlm.");
}
