using System.Text.RegularExpressions;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Highlighting;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>Random queries over random texts, against highlighting by lists and loops.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class HighlightPropertyTests
{
    private const int Runs = 2_000;

    private static readonly TextField Title = new("title", new TextAnalyzer());

    [Test]
    public void What_is_marked_is_what_plain_loops_find([Range(1, 4)] int seed)
    {
        var random = new Random(seed);
        var texts = new RandomText(seed);
        for (var run = 0; run < Runs; run++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => texts.Any()));
            var tokens = Tokens.Of(Title.Analyzer, text);
            var query = Any(random, tokens, 3);
            Assert.That(
                new Highlighter(query, Title).Ranges(text), Is.EqualTo(Merged(Plain(query, tokens))), () => $"seed {seed} run {run}: {query} in {RandomText.Show(text)}");
        }
    }

    [Test]
    public void Fragments_are_whole_words_within_their_length_and_show_what_is_marked([Range(1, 4)] int seed)
    {
        var random = new Random(seed);
        var texts = new RandomText(seed);
        for (var run = 0; run < Runs; run++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => texts.Any()));
            var (length, count) = (random.Next(Highlighter.ShortestFragment, 80), random.Next(1, 5));
            var tokens = Tokens.Of(Title.Analyzer, text);
            var highlighter = new Highlighter(Any(random, tokens, 3), Title);
            var ranges = highlighter.Ranges(text);
            var fragments = highlighter.Fragments(text, length, count);
            var edges = fragments.SelectMany(fragment => new[] { fragment.Start, fragment.Start + fragment.Text.Length }).ToArray();
            var found = fragments.Count >= 1 && fragments.Count <= count &&
                fragments.All(fragment => fragment.Text.Length <= length && text.Substring(fragment.Start, fragment.Text.Length) == fragment.Text) &&
                fragments.All(fragment => fragment.Text.Length > 0 || text.Length == 0) &&
                fragments.Zip(fragments.Skip(1)).All(two => two.First.Start + two.First.Text.Length <= two.Second.Start) &&
                fragments.All(fragment => fragment.Ranges.Count > 0 || (fragments.Count == 1 && (ranges.Count == 0 || text.Length <= length))) &&
                fragments.All(fragment => fragment.Ranges.SequenceEqual(
                    from range in ranges
                    let start = Math.Max(range.Start, fragment.Start)
                    let end = Math.Min(range.End, fragment.Start + fragment.Text.Length)
                    where start < end
                    select new TextRange(start - fragment.Start, end - start))) &&
                edges.All(edge => edge == 0 || edge == text.Length || !char.IsSurrogatePair(text[edge - 1], text[edge])) &&
                tokens.All(token => token.Length > length - 4 || IsMore(token, tokens) || !edges.Any(edge => token.Start < edge && edge < token.Start + token.Length));
            Assert.That(found, Is.True, () => $"seed {seed} run {run} length {length} count {count}: {RandomText.Show(text)} gave {string.Join(' ', fragments.Select(fragment => $"{fragment.Start}:{RandomText.Show(fragment.Text)}"))}");
        }

        // A word that hardly fits may be cut, where something that nobody sees stands before it.
        // Two neighbours in a script without spaces may be parted, words with a hyphen between, and the two in "½".
        static bool IsMore(Token token, List<Token> tokens) => tokens.Any(other =>
            other.Start < token.Start + token.Length && token.Start < other.Start + other.Length &&
            (other.Start > token.Start || other.Start + other.Length < token.Start + token.Length));
    }

    [Test]
    public void A_pattern_fits_what_a_regular_expression_fits([Range(1, 2)] int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 1_000; run++)
        {
            var term = Letters(random, "ab\U00020BB7", 7);
            var pattern = Letters(random, "ab\U00020BB7*?", 6);
            var expression = string.Concat(pattern.EnumerateRunes().Select(rune => rune.Value switch { '*' => ".*", '?' => "(\U00020BB7|[ab])", _ => rune.ToString() }));
            Assert.That(TermPattern.Fits(term, pattern), Is.EqualTo(Regex.IsMatch(term, $"^{expression}$", RegexOptions.Singleline | RegexOptions.NonBacktracking)), $"{term} {pattern}");
        }
    }

    [Test]
    public void Terms_are_near_when_the_whole_table_of_distances_says_so([Range(1, 2)] int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 20_000; run++)
        {
            var (one, two, edits) = (Letters(random, "ab\U00020BB7", 7), Letters(random, "ab\U00020BB7", 7), random.Next(3));
            Assert.That(TermPattern.IsNear(one, two, edits, 0), Is.EqualTo(Distance(one, two) <= edits), $"{one} {two} {edits}");
        }
    }

    private static Query Any(Random random, List<Token> tokens, int depth)
    {
        return random.Next(depth > 0 ? 11 : 6) switch
        {
            0 => new Query.Term(random.Next(9) == 0 ? "note" : "title", Term()),
            1 => new Query.Terms("title", [Term(), Term()], 1),
            2 => Phrase(),
            3 => new Query.Prefix("title", Term()[..1]),
            4 => new Query.Wildcard("title", string.Concat(Term().EnumerateRunes().Select(rune => random.Next(4) switch { 0 => "*", 1 => "?", _ => rune.ToString() }))),
            5 => new Query.Fuzzy("title", Term(), random.Next(3), random.Next(3)),
            6 => new Query.AllOf(Parts()),
            7 => new Query.AnyOf(Parts()),
            8 => new Query.BestOf(Parts()),
            9 => new Query.Except(Any(random, tokens, depth - 1), Any(random, tokens, depth - 1)),
            _ => random.Next(2) == 0 ? new Query.Not(Any(random, tokens, depth - 1)) : new Query.Boost(Any(random, tokens, depth - 1), 2),
        };

        string Term() => tokens.Count > 0 && random.Next(5) > 0 ? tokens[random.Next(tokens.Count)].Term : "laskar";

        Query.Phrase Phrase()
        {
            var start = random.Next(tokens.Count + 1);
            var values = tokens.Skip(start).Take(random.Next(1, 5)).Where(_ => random.Next(4) > 0).Select(token => token.Term).ToArray();
            return new Query.Phrase("title", values.Length > 0 ? values : [Term()], random.Next(4));
        }

        IReadOnlyList<Query> Parts() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Any(random, tokens, depth - 1))];
    }

    private static IEnumerable<Token> Plain(Query query, List<Token> tokens) => query switch
    {
        Query.Term term => tokens.Where(token => term.Field == "title" && token.Term == term.Value),
        Query.Terms terms => tokens.Where(token => terms.Values.Contains(token.Term)),
        Query.Prefix prefix => tokens.Where(token => token.Term.StartsWith(prefix.Start, StringComparison.Ordinal)),
        Query.Wildcard wildcard => tokens.Where(token => Regex.IsMatch(
            token.Term, $"^{Regex.Escape(wildcard.Pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", "([\ud800-\udbff][\udc00-\udfff]|[^\ud800-\udfff])", StringComparison.Ordinal)}$", RegexOptions.Singleline | RegexOptions.NonBacktracking)),
        Query.Fuzzy fuzzy => tokens.Where(token => Distance(token.Term, fuzzy.Value) <= fuzzy.Edits &&
            token.Term.StartsWith(string.Concat(fuzzy.Value.EnumerateRunes().Take(fuzzy.SamePrefix)), StringComparison.Ordinal)),
        Query.Phrase phrase => tokens.Where(token => token.Term == phrase.Values[0]).SelectMany(first => From(first, phrase, tokens)),
        Query.AllOf all => all.Parts.SelectMany(part => Plain(part, tokens)),
        Query.AnyOf any => any.Parts.SelectMany(part => Plain(part, tokens)),
        Query.BestOf best => best.Parts.SelectMany(part => Plain(part, tokens)),
        Query.Except except => Plain(except.Wanted, tokens),
        Query.Boost boost => Plain(boost.Inner, tokens),
        _ => [],
    };

    private static List<Token> From(Token first, Query.Phrase phrase, List<Token> tokens)
    {
        var found = new List<Token> { first };
        var between = 0;
        foreach (var term in phrase.Values.Skip(1))
        {
            var next = tokens.FindIndex(token => token.Position > found[^1].Position && token.Term == term);
            if (next < 0 || (between += tokens[next].Position - found[^1].Position - 1) > phrase.Slop)
            {
                return [];
            }

            found.Add(tokens[next]);
        }

        return found;
    }

    private static List<TextRange> Merged(IEnumerable<Token> tokens)
    {
        var marked = tokens.SelectMany(token => Enumerable.Range(token.Start, token.Length)).ToHashSet();
        return [.. from start in marked where !marked.Contains(start - 1) orderby start select new TextRange(start, Enumerable.Range(0, int.MaxValue).First(length => !marked.Contains(start + length)))];
    }

    /// <summary>Damerau-Levenshtein without a second edit of a character, by the whole table.</summary>
    private static int Distance(string term, string other)
    {
        int[] one = [.. term.EnumerateRunes().Select(rune => rune.Value)];
        int[] two = [.. other.EnumerateRunes().Select(rune => rune.Value)];
        var table = new int[one.Length + 1, two.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= two.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    table[i - 1, j - 1] + (one[i - 1] == two[j - 1] ? 0 : 1), Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[one.Length, two.Length];
    }

    private static string Letters(Random random, string among, int most)
    {
        var letters = among.EnumerateRunes().ToArray();
        return string.Concat(Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => letters[random.Next(letters.Length)].ToString()));
    }
}
