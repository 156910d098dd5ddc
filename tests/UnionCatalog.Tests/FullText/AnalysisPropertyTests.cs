using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Tests.FullText;

public sealed class AnalysisPropertyTests
{
    private const int Runs = 4_000;

    private static readonly TextAnalyzer Words = new();

    private static readonly IAnalyzer[] Analyzers = [Words, new KeywordAnalyzer(), new AnalysisChain(Words, Twins(), new IndonesianStemmer())];

    [Test]
    public void Any_text_has_terms_within_the_limits_that_stand_inside_it_in_order([Range(1, 3)] int seed)
    {
        var random = new RandomText(seed);
        for (var run = 0; run < Runs; run++)
        {
            var text = random.Any();
            foreach (var analyzer in Analyzers)
            {
                var tokens = Tokens.Of(analyzer, text);
                var places = tokens.GroupBy(token => token.Position).ToArray();
                var found = tokens.All(token => token.Term.Length is > 0 and <= IndexLimits.TermLength && RandomText.IsWhole(token.Term)) &&
                    tokens.All(token => token.Start >= 0 && token.Length > 0 && token.Start + token.Length <= text.Length) &&
                    tokens.All(token => RandomText.IsWhole(text.Substring(token.Start, token.Length)) || !RandomText.IsWhole(text)) &&
                    places.Select(place => place.Key).SequenceEqual(Enumerable.Range(0, places.Length)) &&
                    places.All(place => place.Select(token => token.Term).Distinct().Count() == place.Count()) &&
                    places.Zip(places.Skip(1)).All(two => two.First.First().Start <= two.Second.First().Start);
                Assert.That(found, Is.True, () => $"seed {seed} run {run} {analyzer.Identity}: {RandomText.Show(text)} gave {string.Join(' ', tokens)}");
            }
        }
    }

    [Test]
    public void What_a_term_stands_for_has_that_term_when_it_is_read_alone([Range(1, 3)] int seed)
    {
        var random = new RandomText(seed);
        for (var run = 0; run < Runs; run++)
        {
            var text = random.Any();
            foreach (var token in Tokens.Of(Words, text))
            {
                Assert.That(
                    Tokens.Of(Words, text.Substring(token.Start, token.Length)).Select(alone => alone.Term),
                    Does.Contain(token.Term),
                    () => $"seed {seed} run {run}: {RandomText.Show(text)} gave {token}");
            }
        }
    }

    [Test]
    public void Two_texts_with_a_space_between_have_the_terms_of_both([Range(1, 3)] int seed)
    {
        var random = new RandomText(seed);
        for (var run = 0; run < Runs; run++)
        {
            var (one, two) = (random.Any() + " ", random.Any());
            var first = Tokens.Of(Words, one);
            var places = first.Count == 0 ? 0 : first[^1].Position + 1;
            Assert.That(
                Tokens.Of(Words, one + two),
                Is.EqualTo(first.Concat(Tokens.Of(Words, two).Select(token => token with { Position = token.Position + places, Start = token.Start + one.Length }))),
                () => $"seed {seed} run {run}: {RandomText.Show(one)} and {RandomText.Show(two)}");
        }
    }

    [Test]
    public void Folded_text_has_the_same_terms_and_folds_into_itself([Range(1, 3)] int seed)
    {
        var random = new RandomText(seed);
        for (var run = 0; run < Runs; run++)
        {
            var text = random.Any();
            var folded = TextFolding.Fold(text);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(TextFolding.Fold(folded), Is.EqualTo(folded), () => RandomText.Show(text));
                Assert.That(Tokens.Show(Words, folded), Is.EqualTo(Tokens.Show(Words, text)), () => RandomText.Show(text));
            }
        }
    }

    [Test]
    public void Every_part_of_a_run_without_spaces_is_found_by_the_query_made_of_it([Range(1, 3)] int seed)
    {
        var random = new RandomText(seed);
        for (var run = 0; run < Runs / 10; run++)
        {
            var characters = random.Unspaced();
            var text = Tokens.Of(Words, $"{random.Any()} Hon{string.Concat(characters)}hon-hon {random.Any()}");
            var parts =
                from start in Enumerable.Range(0, characters.Count)
                from length in Enumerable.Range(1, characters.Count - start)
                select string.Concat(characters.Skip(start).Take(length));
            Assert.That(
                parts.Where(part => !Stands(Words.Terms(part), text)), Is.Empty, () => $"seed {seed} run {run}: {string.Concat(characters)}");
        }
    }

    [Test]
    public void What_does_not_stand_in_a_run_is_not_found_by_a_query_of_two_characters_or_more([Range(1, 3)] int seed)
    {
        var random = new RandomText(seed);
        for (var run = 0; run < Runs; run++)
        {
            var text = string.Concat(random.Unspaced());
            var part = string.Concat(random.Unspaced());
            var stands = TextFolding.Fold(text).Contains(TextFolding.Fold(part), StringComparison.Ordinal);
            if (new System.Globalization.StringInfo(part).LengthInTextElements > 1 && part.All(unit => unit >= '一'))
            {
                Assert.That(Stands(Words.Terms(part), Tokens.Of(Words, text)), Is.EqualTo(stands), () => $"seed {seed} run {run}: {part} in {text}");
            }
        }
    }

    [Test]
    public void Nothing_is_allocated_for_terms_once_a_thread_is_warm()
    {
        string[] texts = ["Laskar Pelangi", "Ilmu al-Qur’ān & e-book: memperbaiki Ærø, №½", "日本語のカガミ ภาษาไทย 한국", new string('x', 500)];
        var sink = new Counting();
        foreach (var analyzer in Analyzers)
        {
            Analyse(analyzer);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var run = 0; run < 100; run++)
            {
                Analyse(analyzer);
            }

            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero, analyzer.Identity);
        }

        Assert.That(sink.Count, Is.GreaterThan(1_000));

        void Analyse(IAnalyzer analyzer)
        {
            foreach (var text in texts)
            {
                analyzer.Analyze(text, sink);
            }
        }
    }

    /// <summary>Whether terms stand one directly after the other: a phrase, or one term.</summary>
    private static bool Stands(IReadOnlyList<string> terms, List<Token> text)
    {
        var there = text.Select(token => (token.Term, token.Position)).ToHashSet();
        return text.Any(first => terms.Index().All(term => there.Contains((term.Item, first.Position + term.Index))));
    }

    private static Synonyms Twins() => new(new Dictionary<string, IReadOnlyList<string>> { ["laskar"] = ["prajurit"], ["buku"] = ["kitab", "pustaka"] });

    private sealed class Counting : ITokenSink
    {
        public int Count { get; private set; }

        public void Add(ReadOnlySpan<char> term, int position, int start, int length) => Count++;
    }
}
