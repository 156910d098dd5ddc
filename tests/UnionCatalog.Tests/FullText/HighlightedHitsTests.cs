using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Highlighting;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>The index and the highlighting read texts by one analysis: they must agree.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class HighlightedHitsTests
{
    private static readonly IndexSchema Schema = new(
        [new TextField("title", new TextAnalyzer()), new TextField("stems", new AnalysisChain(new TextAnalyzer(), new IndonesianStemmer()), 0.3f)], []);

    [Test]
    public void What_is_found_is_marked_and_what_is_marked_is_found([Range(1, 2)] int seed)
    {
        var random = new Random(seed);
        var any = new RandomText(seed);
        string[] texts = [.. Enumerable.Range(0, 300).Select(_ => any.Any())];
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, Schema);
        using (var draft = index.BeginDraft())
        {
            for (var number = 0; number < texts.Length; number++)
            {
                var document = new IndexDocument($"{number:d3}");
                document.AddText("title", texts[number]);
                document.AddText("stems", texts[number]);
                draft.Put(document);
            }

            draft.Commit(1);
        }

        using var snapshot = index.OpenSnapshot();
        for (var run = 0; run < 400; run++)
        {
            var field = any.One(Schema.Fields);
            var query = Any(random, field, Tokens.Of(field.Analyzer, any.One(texts)));
            var highlighter = new Highlighter(query, field);
            Assert.That(
                snapshot.Search(new SearchPlan { Query = query, Count = texts.Length }).Hits.Select(hit => hit.Key).Order(StringComparer.Ordinal),
                Is.EqualTo(texts.Index().Where(text => highlighter.Ranges(text.Item).Count > 0).Select(text => $"{text.Index:d3}")),
                () => $"seed {seed} run {run}: {query}");
        }
    }

    private static Query Any(Random random, TextField field, List<Token> tokens)
    {
        var term = tokens.Count > 0 ? tokens[random.Next(tokens.Count)].Term : "laskar";
        string[] following = [.. tokens.Skip(random.Next(tokens.Count + 1)).Take(random.Next(1, 5)).Where(_ => random.Next(4) > 0).Select(token => token.Term)];
        return random.Next(6) switch
        {
            0 => new Query.Term(field.Name, term),
            1 => new Query.Prefix(field.Name, term.EnumerateRunes().First().ToString()),
            2 => new Query.Wildcard(field.Name, string.Concat(term.EnumerateRunes().Take(40).Select(rune => random.Next(4) switch { 0 => "*", 1 => "?", _ => rune.ToString() }))),
            3 => new Query.Fuzzy(field.Name, term, random.Next(3), random.Next(3)),
            _ => new Query.Phrase(field.Name, following.Length > 0 ? following : [term], random.Next(4)),
        };
    }
}
