using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Highlighting;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

[Parallelizable(ParallelScope.Self)]
public sealed class HighlightTests
{
    private static readonly TextField Title = new("title", new TextAnalyzer());

    private static readonly TextField Stems = new("stems", new AnalysisChain(new TextAnalyzer(), new IndonesianStemmer()));

    [Test]
    public void What_was_typed_is_marked_where_it_stands()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (typed, marked) in Cases.Read("highlights.tsv"))
            {
                var text = marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
                var query = TextQuery.AllWords(new IndexSchema([Title], []), ["title"], typed);
                Assert.That(Mark(text, new Highlighter(query, Title).Ranges(text)), Is.EqualTo(marked), typed);
            }
        }
    }

    [Test]
    public void Every_kind_of_query_marks_what_it_finds_and_not_what_it_does_not_want()
    {
        var laskar = new Query.Term("title", "laskar");
        using (Assert.EnterMultipleScope())
        {
            Check(new Query.Word([laskar, new Query.Term("note", "kecil")]), "⟦Laskar⟧ kecil");
            Check(new Query.Terms("title", ["laskar", "kecil"], 2), "⟦Laskar⟧ ⟦kecil⟧");
            Check(new Query.Wildcard("title", "l*k?r"), "⟦Laskar⟧ ⟦lakar⟧ laskr ⟦l\U00010428k\U00010428r⟧");
            Check(new Query.Fuzzy("title", "laskar", 1), "⟦Lasakr⟧ ⟦laska⟧ ⟦laskars⟧ lasak lasagna");
            Check(new Query.Fuzzy("title", new string('a', IndexLimits.TermLength + 2), 2), $"⟦{new string('a', IndexLimits.TermLength)}⟧");
            Check(new Query.Fuzzy("title", new string('a', IndexLimits.TermLength + 3), 2), new string('a', IndexLimits.TermLength));
            Check(new Query.Fuzzy("title", "laskar", 2, 3), "⟦Lasagar⟧ laksar");
            Check(new Query.Phrase("title", ["laskar", "pelangi"], 1), "⟦Laskar⟧ kecil ⟦pelangi⟧, laskar yang kecil pelangi");
            Check(new Query.Phrase("title", ["laskar", "pelangi", "baru"], 1), "laskar x pelangi x baru, ⟦laskar⟧ x ⟦pelangi⟧ ⟦baru⟧");
            Check(new Query.Phrase("title", ["laskar"]), "⟦Laskar⟧");
            Check(new Query.Phrase("title", ["la", "la"]), "⟦La⟧ ⟦la⟧ ⟦la⟧ li la");
            Check(new Query.Except(laskar, new Query.Term("title", "kecil")), "⟦Laskar⟧ kecil");
            Check(new Query.AllOf([laskar, new Query.Not(new Query.Term("title", "kecil"))]), "⟦Laskar⟧ kecil");
            Check(new Query.Boost(new Query.AnyOf([new Query.BestOf([laskar]), new Query.Prefix("title", "kec")]), 2), "⟦Laskar⟧ ⟦kecil⟧");
            Check(new Query.Everything(), "Laskar kecil");
            Check(new Query.Prefix("title", ""), "Laskar kecil");
            Check(new Query.Term("note", "laskar"), "Laskar kecil");
        }

        static void Check(Query query, string marked)
        {
            var text = marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
            Assert.That(Mark(text, new Highlighter(query, Title).Ranges(text)), Is.EqualTo(marked), query.ToString());
        }
    }

    [Test]
    public void A_text_indexed_twice_is_marked_by_both_analyses()
    {
        var query = new Query.BestOf([new Query.Term("title", "membaca"), new Query.Term("stems", "baca")]);
        const string Text = "Membaca bacaan, membaca terbaca";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Mark(Text, new Highlighter(query, Title).Ranges(Text)), Is.EqualTo("⟦Membaca⟧ bacaan, ⟦membaca⟧ terbaca"));
            Assert.That(Mark(Text, new Highlighter(query, Title, Stems).Ranges(Text)), Is.EqualTo("⟦Membaca⟧ ⟦bacaan⟧, ⟦membaca⟧ ⟦terbaca⟧"));
        }
    }

    [Test]
    public void A_fragment_shows_many_parts_of_the_query_together_and_is_cut_between_words()
    {
        var text = $"laskar {Filling(50)} pelangi {Filling(50)} laskar anak pelangi {Filling(50)} laskar laskar laskar";
        var query = new Query.AnyOf([new Query.Term("title", "laskar"), new Query.Term("title", "pelangi")]);
        var fragment = new Highlighter(query, Title).Fragments(text, 50).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Mark(fragment.Text, fragment.Ranges), Is.EqualTo("kata kata kata ⟦laskar⟧ anak ⟦pelangi⟧ kata kata kata"));
            Assert.That(text.Substring(fragment.Start, fragment.Text.Length), Is.EqualTo(fragment.Text));
        }
    }

    [Test]
    public void Several_fragments_show_different_parts_and_keep_the_order_of_the_text()
    {
        var text = $"buku {Filling(40)} laskar laskar {Filling(40)} pelangi {Filling(40)}";
        var query = new Query.Terms("title", ["laskar", "pelangi", "buku"], 1);
        var fragments = new Highlighter(query, Title).Fragments(text, 20, 3);
        Assert.That(
            fragments.Select(fragment => Mark(fragment.Text, fragment.Ranges)),
            Is.EqualTo(new[] { "⟦buku⟧ kata kata kata", "⟦laskar⟧ ⟦laskar⟧", "kata ⟦pelangi⟧ kata" }));
    }

    [Test]
    public void The_second_fragment_shows_what_the_first_does_not()
    {
        var text = $"laskar {Filling(20)} laskar laskar {Filling(20)} pelangi";
        var fragments = new Highlighter(new Query.Terms("title", ["laskar", "pelangi"], 1), Title).Fragments(text, 13, 2);
        Assert.That(fragments.Select(fragment => Mark(fragment.Text, fragment.Ranges)), Is.EqualTo(new[] { "⟦laskar⟧ ⟦laskar⟧", "kata ⟦pelangi⟧" }));
    }

    [Test]
    public void A_fragment_has_all_of_the_longest_match_in_it() =>
        Assert.That(
            new Highlighter(new Query.Terms("title", ["abc", "b"], 1), Title).Fragments($"{Filling(5)} a-b-c {Filling(5)}", 5).Single().Text, Is.EqualTo("a-b-c"));

    [Test]
    public void A_text_without_a_match_is_shown_from_its_start_and_a_short_one_whole()
    {
        var highlighter = new Highlighter(new Query.Term("title", "laskar"), Title);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(highlighter.Fragments("kata-kata mutiara", 13, 5).Single().Text, Is.EqualTo("kata-kata"));
            Assert.That(highlighter.Fragments("Laskar", 6).Single(), Has.Property("Text").EqualTo("Laskar").And.Property("Ranges").EqualTo(new[] { new TextRange(0, 6) }));
            Assert.That(highlighter.Fragments("", 6).Single().Text, Is.Empty);
            Assert.That(highlighter.Fragments("ab \U0001F468\u200D\U0001F469 cd", 6).Single().Text, Is.EqualTo("ab"));
            Assert.That(highlighter.Fragments("xx\U00020BB7\U00020BB7y", 3).Single().Text, Is.EqualTo("xx"));
            Assert.That(highlighter.Fragments(new string('x', 50), 10).Single().Text, Has.Length.EqualTo(10));
        }
    }

    [Test]
    public void A_word_longer_than_a_fragment_is_cut()
    {
        var word = new string('x', 100);
        var fragment = new Highlighter(new Query.Prefix("title", "x"), Title).Fragments($"kata {word} kata", 10).Single();
        Assert.That((fragment.Start, fragment.Text, fragment.Ranges.Single()), Is.EqualTo((5, word[..10], new TextRange(0, 10))));
    }

    [Test]
    public void Long_texts_and_many_matches_end_at_a_limit()
    {
        var highlighter = new Highlighter(new Query.Term("title", "a"), Title);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(highlighter.Ranges(string.Concat(Enumerable.Repeat("a b ", 5_000))), Has.Count.EqualTo(Highlighter.MostRanges));
            Assert.That(
                new Highlighter(new Query.Phrase("title", [.. Enumerable.Repeat("a", IndexLimits.Clauses)]), Title).Ranges(string.Concat(Enumerable.Repeat("a ", 50_000))),
                Has.Count.EqualTo(Highlighter.MostRanges));
            Assert.That(highlighter.Ranges(Filling(Highlighter.Reach / 5) + " a"), Is.Empty);
            Assert.That(highlighter.Ranges(new string('x', Highlighter.Reach) + " a"), Is.Empty);
        }
    }

    [Test]
    public void A_query_with_too_many_parts_is_refused()
    {
        string[] terms = [.. Enumerable.Repeat("a", IndexLimits.Clauses)];
        Query.Term[] forms = [.. terms.Select(term => new Query.Term("title", term))];
        Query[] queries = [new Query.AnyOf(forms), new Query.Word(forms), new Query.Terms("title", [.. terms, "a"], 1), new Query.Phrase("title", [.. terms, "a"])];
        using (Assert.EnterMultipleScope())
        {
            foreach (var query in queries)
            {
                Assert.That(() => new Highlighter(query, Title), Throws.TypeOf<IndexLimitException>().With.Message.Contains("1024"));
            }
        }
    }

    [Test]
    public void Highlighting_can_be_given_up()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.That(
            () => new Highlighter(new Query.Term("title", "a"), Title).Ranges("b", cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void A_fragment_has_room_for_any_character_and_there_is_at_least_one()
    {
        var highlighter = new Highlighter(new Query.Everything(), Title);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => highlighter.Fragments("buku", 1), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => highlighter.Fragments("buku", 10, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }

    [Test]
    public void An_analyzer_that_points_into_a_character_or_beyond_the_text_does_no_harm() =>
        Assert.That(
            new Highlighter(new Query.Term("odd", "x"), new TextField("odd", new Odd())).Ranges("\U00020BB7\U00020BB7"), Is.EqualTo(new[] { new TextRange(0, 4) }));

    /// <summary>The text with what is marked between brackets.</summary>
    internal static string Mark(string text, IReadOnlyList<TextRange> ranges) =>
        ranges.Reverse().Aggregate(text, (marked, range) => marked.Insert(range.End, "⟧").Insert(range.Start, "⟦"));

    private static string Filling(int words) => string.Join(' ', Enumerable.Repeat("kata", words));

    private sealed class Odd : IAnalyzer
    {
        public string Identity => "odd";

        public void Analyze(ReadOnlySpan<char> text, ITokenSink tokens)
        {
            tokens.Add("x", 0, 1, 2);
            tokens.Add("x", 1, 3, 40);
            tokens.Add("x", 2, -5, 2);
        }
    }
}
