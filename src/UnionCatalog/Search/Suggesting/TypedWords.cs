using System.Text;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.Search.Asking;
using UnionCatalog.Search.Asking.Planning;

namespace UnionCatalog.Search.Suggesting;

/// <summary>What was typed so far.</summary>
/// <param name="Whole">The words that are at their end.</param>
/// <param name="Begun">The one that may go on; null: a blank was typed behind the last.</param>
internal sealed record TypedWords(IReadOnlyList<AskedWord> Whole, AskedWord? Begun)
{
    /// <summary>Words that are looked at; whoever typed more knows the title.</summary>
    private const int Most = 12;

    /// <summary>All words, in order.</summary>
    public IEnumerable<AskedWord> All => Begun is null ? Whole : Whole.Append(Begun);

    public static TypedWords Read(string text)
    {
        var words = AskedWord.Of(text, AskedField.Anywhere).Take(Most).ToList();
        var isBegun = words.Count > 0 && Rune.DecodeLastFromUtf16(text, out var last, out _) == System.Buffers.OperationStatus.Done && !Rune.IsWhiteSpace(last);
        return isBegun ? new(words[..^1], words[^1]) : new(words, null);
    }

    /// <summary>Whether a text has the words, and one that begins like the last.</summary>
    public bool Fit(string text, AnalysisChain spelling)
    {
        var terms = Terms.Of(spelling, text);
        var isOfNames = spelling == CatalogSchema.SpeltNames;
        return Whole.All(word => terms.Contains(Spelt(word))) && (Begun is null || terms.Any(term => Begins(term, Begun.Text) || Begins(term, Spelt(Begun))));

        string Spelt(AskedWord word) => isOfNames ? word.InNames : word.InTitles;
    }

    private static bool Begins(string term, string start) => term.StartsWith(start, StringComparison.Ordinal);

    /// <summary>All terms of a text, those at one place too.</summary>
    private sealed class Terms : ITokenSink
    {
        private readonly HashSet<string> _terms = new(StringComparer.Ordinal);

        public static HashSet<string> Of(AnalysisChain analyzer, string text)
        {
            var terms = new Terms();
            analyzer.Analyze(text, terms);
            return terms._terms;
        }

        public void Add(ReadOnlySpan<char> term, int position, int start, int length) => _terms.Add(term.ToString());
    }
}
