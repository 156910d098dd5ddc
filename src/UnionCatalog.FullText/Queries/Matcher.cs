using System.Runtime.CompilerServices;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>Answers queries from one segment.</summary>
internal sealed class Matcher(IndexSchema schema, Bm25 bm25, LiveSegment live, CancellationToken cancellation)
{
    /// <summary>In a <see cref="Query.BestOf"/>, what the parts count that are not the best.</summary>
    private const double ShareOfOthers = 0.1;

    /// <exception cref="OperationCanceledException">The search was given up.</exception>
    /// <exception cref="InsufficientExecutionStackException">The query is nested thousands deep.</exception>
    public Matches Find(Query query)
    {
        cancellation.ThrowIfCancellationRequested();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return query switch
        {
            Query.Everything => Where(_ => true),
            Query.Term term => Term(schema.FieldAt(term.Field), term.Value),
            Query.Phrase { Values.Count: > 0 } phrase => Phrase(schema.FieldAt(phrase.Field), phrase.Values),
            Query.Prefix prefix => Prefix(schema.FieldAt(prefix.Field), prefix.Start),
            Query.Range range => Range(range),
            Query.AllOf { Parts.Count: 0 } => Where(_ => true),
            Query.AllOf all => AllOf(all.Parts),
            Query.AnyOf any => Matches.Any([.. any.Parts.Select(Find)], others: 1),
            Query.BestOf best => Matches.Any([.. best.Parts.Select(Find)], ShareOfOthers),
            Query.Except except => Matches.Without(Find(except.Wanted), Find(except.Unwanted)),
            Query.Boost boost => Find(boost.Inner).Times(boost.Factor),
            _ => new Matches(0),
        };
    }

    private Matches Term(int field, string term)
    {
        var text = live.Segment.Content.Texts[field];
        var (from, to) = text.Postings(term);
        var matches = new Matches(to - from);
        if (from == to)
        {
            return matches;
        }

        var (weight, average) = (bm25.Weight(field, [term]), bm25.AverageLength(field));
        for (var posting = from; posting < to; posting++)
        {
            var document = text.Documents[posting];
            if (live.IsLive(document))
            {
                matches.Add(document, Bm25.Score(weight, text.Frequency(posting), text.Lengths[document], average));
            }
        }

        return matches;
    }

    /// <summary>A phrase is scored like one term that is as rare as its terms are together.</summary>
    private Matches Phrase(int field, IReadOnlyList<string> terms)
    {
        var text = live.Segment.Content.Texts[field];
        var matches = new Matches(terms.Min(term => text.Postings(term) is var (from, to) ? to - from : 0));
        var (weight, average) = (bm25.Weight(field, terms), bm25.AverageLength(field));
        foreach (var (document, frequency) in PhraseFinder.Find(text, terms))
        {
            if (live.IsLive(document))
            {
                matches.Add(document, Bm25.Score(weight, frequency, text.Lengths[document], average));
            }
        }

        return matches;
    }

    /// <summary>Every document is scored by the field's weight alone: which of the terms it has says little.</summary>
    private Matches Prefix(int field, string start)
    {
        var text = live.Segment.Content.Texts[field];
        var (from, to) = text.PrefixPostings(start);
        var found = new BitSet(live.Segment.Count);
        foreach (var document in text.Documents[from..to])
        {
            found.Add(document);
        }

        return Where(document => found[document], schema.Fields[field].Weight);
    }

    private Matches Range(Query.Range range)
    {
        var column = (NumberColumn)live.Segment.Content.Columns[schema.ColumnAt(range.Column, typeof(Column.Number))];
        return Where(document => column[document] is { } number && number >= range.From && number <= range.To);
    }

    private Matches AllOf(IReadOnlyList<Query> parts)
    {
        var matches = Find(parts[0]);
        for (var part = 1; part < parts.Count && matches.Count > 0; part++)
        {
            matches = Matches.Both(matches, Find(parts[part]));
        }

        return matches;
    }

    private Matches Where(Predicate<int> holds, double score = 0)
    {
        var matches = new Matches(live.Count);
        for (var document = 0; document < live.Segment.Count; document++)
        {
            if (live.IsLive(document) && holds(document))
            {
                matches.Add(document, score);
            }
        }

        return matches;
    }
}
