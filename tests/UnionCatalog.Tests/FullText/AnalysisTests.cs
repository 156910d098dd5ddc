using System.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Tests.FullText;

[Parallelizable(ParallelScope.Self)]
public sealed class AnalysisTests
{
    private static readonly TextAnalyzer Words = new();

    [Test]
    public void A_text_is_found_under_its_words() => Check("text-terms.tsv", text => Tokens.Show(Words, text));

    [Test]
    public void A_keyword_is_found_whole() => Check("keyword-terms.tsv", text => Tokens.Show(new KeywordAnalyzer(), text));

    [Test]
    public void A_term_knows_where_its_word_stands() => Check("text-places.tsv", text => string.Join(
        '|', Tokens.Of(Words, text).Select(token => $"{token.Term}={text.Substring(token.Start, token.Length)}")));

    [Test]
    public void Indonesian_words_have_stems() =>
        Check("indonesian-stems.tsv", text => Tokens.Show(new AnalysisChain(Words, new IndonesianStemmer()), text));

    [Test]
    public void A_term_ends_at_its_limit_and_not_inside_a_character()
    {
        var most = new string('a', IndexLimits.TermLength - 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Words.Terms(most + "\U00010428\U00010428b"), Is.EqualTo(new[] { most }));
            Assert.That(Words.Terms(most + "bcd é"), Is.EqualTo(new[] { most + "b", "e" }));
            Assert.That(Words.Terms("e-" + most + "-" + most), Is.EqualTo(new[] { "e", most, most }));
            Assert.That(new KeywordAnalyzer().Terms(new string('7', 5_000)), Is.EqualTo(new[] { new string('7', IndexLimits.TermLength) }));
            Assert.That(new KeywordAnalyzer().Terms(most + " b"), Is.EqualTo(new[] { most }));
            Assert.That(new AnalysisChain(Words, new Growing()).Terms(most), Is.EqualTo(new[] { most }));
        }
    }

    [Test]
    public void What_hyphens_join_is_no_term_when_it_is_too_long()
    {
        var half = new string('a', IndexLimits.TermLength / 2);
        Assert.That(Tokens.Show(Words, $"x{half}-y{half}-z-w2 z-w2"), Is.EqualTo($"x{half}|y{half}|z|w2|z|w2+zw2"));
    }

    [Test]
    public void A_keyword_stands_where_its_first_and_last_characters_do() =>
        Assert.That(Tokens.Of(new KeywordAnalyzer(), "  2X1.3  Qur "), Is.EqualTo(new[] { new Token("2x1.3 qur", 0, 2, 10) }));

    [Test]
    public void Synonyms_stand_at_the_place_of_the_word_and_behind_it()
    {
        var synonyms = new Synonyms(new Dictionary<string, IReadOnlyList<string>> { ["Buku"] = ["kitab", "Book", "buku"], ["kitab"] = ["buku"] });
        Assert.That(Tokens.Show(new AnalysisChain(Words, synonyms), "Kitab, buku dan majalah"), Is.EqualTo("kitab+buku|buku+kitab+book|dan|majalah"));
    }

    [Test]
    public void A_synonym_of_two_words_is_refused() =>
        Assert.That(() => new Synonyms(new Dictionary<string, IReadOnlyList<string>> { ["pc"] = ["komputer pribadi"] }), Throws.ArgumentException);

    [Test]
    public void Steps_work_in_their_order_and_give_no_term_twice_at_one_place()
    {
        var synonyms = new Synonyms(new Dictionary<string, IReadOnlyList<string>> { ["membaca"] = ["bacaan", "pustaka"] });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Tokens.Show(new AnalysisChain(Words, synonyms, new IndonesianStemmer()), "membaca"), Is.EqualTo("baca+pustaka"));
            Assert.That(Tokens.Show(new AnalysisChain(Words, new IndonesianStemmer(), synonyms), "membaca"), Is.EqualTo("baca"));
        }
    }

    [Test]
    public void Another_analysis_has_another_identity()
    {
        IAnalyzer[] different =
        [
            Words, new KeywordAnalyzer(), new AnalysisChain(Words, new IndonesianStemmer()), Synonymous("buku", "kitab"),
            Synonymous("buku", "book"), Synonymous("kitab", "buku"),
            new AnalysisChain(Words, Step("buku", "kitab"), new IndonesianStemmer()), new AnalysisChain(Words, new IndonesianStemmer(), Step("buku", "kitab")),
        ];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(different.Select(analyzer => analyzer.Identity), Is.Unique);
            Assert.That(Synonymous("buku", "kitab").Identity, Is.EqualTo(different[3].Identity));
        }

        static Synonyms Step(string word, string other) => new(new Dictionary<string, IReadOnlyList<string>> { [word] = [other] });
        static AnalysisChain Synonymous(string word, string other) => new(Words, Step(word, other));
    }

    [Test]
    public void A_sink_may_analyse_by_a_chain_itself()
    {
        var chain = new AnalysisChain(Words, new IndonesianStemmer());
        var nested = new Nested(chain);
        chain.Analyze("membaca bekerja", nested);
        Assert.That(nested.Terms, Is.EqualTo(new[] { "baca", "dengar", "kerja", "dengar" }));
    }

    [Test]
    public void Folding_twice_is_folding_once_for_every_character_there_is()
    {
        var folded = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => TextFolding.Fold(new Rune(value).ToString()));
        Assert.That(folded.Where(once => TextFolding.Fold(once) != once), Is.Empty);
    }

    [Test]
    public void Half_a_surrogate_pair_is_no_reason_to_fail() =>
        Assert.That(Words.Terms("buku \ud800 laut\udc00"), Is.EqualTo(new[] { "buku", "laut" }));

    private static void Check(string file, Func<string, string> analyse)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (text, terms) in Cases.Read(file))
            {
                Assert.That(analyse(text), Is.EqualTo(terms), text);
            }
        }
    }

    private sealed class Growing : IAnalysisStep
    {
        public string Identity => "growing";

        public void Take(ReadOnlySpan<char> term, StepOutput next)
        {
            next.Add([]);
            next.Add($"{term}\U00010428");
        }
    }

    private sealed class Nested(IAnalyzer analyzer) : ITokenSink
    {
        public List<string> Terms { get; } = [];

        public void Add(ReadOnlySpan<char> term, int position, int start, int length)
        {
            Terms.Add(term.ToString());
            Terms.AddRange(analyzer.Terms("mendengar"));
        }
    }
}
