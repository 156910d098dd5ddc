using System.IO.Hashing;
using UnionCatalog.FullText.Queries.Nodes;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>Makes a query ready to work: looks its terms up in all segments, and weighs them.</summary>
internal sealed class NodeBuilder(IndexSchema schema, IReadOnlyList<LiveSegment> segments, CollectionStatistics statistics, Workspace workspace)
{
    /// <summary>In a <see cref="Query.BestOf"/>, what the parts count that are not the best.</summary>
    private const double ShareOfOthers = 0.1;

    public Node Build(Query query) => query switch
    {
        Query.Everything => new EverythingNode(workspace, isEverything: true),
        Query.Term term => Term(schema.FieldAt(term.Field), term.Value),
        Query.Word word => Word(word),
        Query.Terms { Values.Count: 1 } terms => terms.AtLeast == 1 ? Term(schema.FieldAt(terms.Field), terms.Values[0]) : Nothing(),
        Query.Terms terms => Terms(terms),
        Query.Phrase { Values.Count: 1 } phrase => Term(schema.FieldAt(phrase.Field), phrase.Values[0]),
        Query.Phrase phrase => Phrase(phrase),
        Query.Prefix prefix => Expanded(prefix.Field, new PrefixExpansion(prefix.Start), edits: 0),
        Query.Wildcard wildcard => Limited(wildcard.Field, new WildcardExpansion(wildcard.Pattern), edits: 0, "The different terms that a wildcard stands for"),
        Query.Fuzzy fuzzy => Limited(fuzzy.Field, new FuzzyExpansion(fuzzy.Value, fuzzy.Edits, fuzzy.SamePrefix), fuzzy.Edits, "The different terms that a fuzzy term stands for"),
        Query.Range range => new ColumnNode(workspace, ColumnTest.Between(schema, range.Column, range.From, range.To)),
        Query.In within => new ColumnNode(workspace, ColumnTest.In(schema, within.Column, within.Values)),
        Query.AllOf { Parts.Count: 1 } all => Build(all.Parts[0]),
        Query.AllOf all => new AllNode(workspace, BuildAll(all.Parts)),
        Query.AnyOf any => new AnyNode(workspace, BuildAll(any.Parts), any.AtLeast, others: 1),
        Query.BestOf { Parts.Count: 1 } best => Build(best.Parts[0]),
        Query.BestOf best => new AnyNode(workspace, BuildAll(best.Parts), atLeast: 1, ShareOfOthers),
        Query.Except except => new ExceptNode(workspace, Build(except.Wanted), Build(except.Unwanted)),
        Query.Not not => new ExceptNode(workspace, new EverythingNode(workspace, isEverything: true), Build(not.Inner)),
        Query.Boost boost => new BoostNode(Build(boost.Inner), boost.Factor),
        _ => Nothing(),
    };

    private EverythingNode Nothing() => new(workspace, isEverything: false);

    private Node[] BuildAll(IReadOnlyList<Query> parts)
    {
        var nodes = new Node[parts.Count];
        for (var part = 0; part < nodes.Length; part++)
        {
            nodes[part] = Build(parts[part]);
        }

        return nodes;
    }

    private TermNode Term(int field, string term)
    {
        var (documents, count) = Find(field, term);
        return new(documents, workspace.Watch, WeightOf(field, statistics.Rarity(count)), statistics.LengthFactors(field));
    }

    private AnyNode Terms(Query.Terms terms)
    {
        var field = schema.FieldAt(terms.Field);
        var nodes = new Node[terms.Values.Count];
        for (var at = 0; at < nodes.Length; at++)
        {
            nodes[at] = Term(field, terms.Values[at]);
        }

        return new(workspace, nodes, terms.AtLeast, others: 1);
    }

    private WordNode Word(Query.Word word)
    {
        var forms = new WordForm[word.Forms.Count];
        var most = 0L;
        for (var at = 0; at < forms.Length; at++)
        {
            var field = schema.FieldAt(word.Forms[at].Field);
            var (documents, count) = Find(field, word.Forms[at].Value);
            forms[at] = new(documents, schema.Fields[field].Weight, statistics.LengthFactors(field));
            most = Math.Max(most, count);
        }

        return new(workspace, forms, statistics.Rarity(most) * (CollectionStatistics.K1 + 1));
    }

    private PhraseNode Phrase(Query.Phrase phrase)
    {
        var field = schema.FieldAt(phrase.Field);
        var (terms, rarity) = (new TermDocuments[phrase.Values.Count], 0.0);
        for (var at = 0; at < terms.Length; at++)
        {
            (terms[at], var count) = Find(field, phrase.Values[at]);
            rarity += statistics.Rarity(count);
        }

        return new(workspace, terms, phrase.Slop, WeightOf(field, rarity), statistics.LengthFactors(field));
    }

    private double WeightOf(int field, double rarity) => schema.Fields[field].Weight * rarity * (CollectionStatistics.K1 + 1);

    /// <summary>Looks a term up in all segments.</summary>
    /// <returns>Its documents, and how many there are.</returns>
    private (TermDocuments Documents, long Count) Find(int field, string term)
    {
        Span<byte> bytes = stackalloc byte[IndexLimits.TermLength * 3];
        var encoded = term.Length <= IndexLimits.TermLength ? bytes[..System.Text.Encoding.UTF8.GetBytes(term, bytes)] : default;
        var entries = workspace.ReserveEntries(segments.Count);
        var count = 0L;
        for (var place = 0; place < segments.Count; place++)
        {
            var reader = segments[place].Segment.Fields[field];
            // No term in an index is longer.
            workspace.Entry(entries + place) = encoded.IsEmpty ? default : reader.Find(encoded);
            count += CollectionStatistics.CountLive(segments[place], reader, workspace.Entry(entries + place), workspace);
        }

        return (workspace.RentTermDocuments(field, entries), count);
    }

    private ExpansionNode Expanded(string name, Expansion expansion, int edits)
    {
        var field = schema.FieldAt(name);
        var scores = new double[edits + 1];
        for (var rank = 0; rank <= edits; rank++)
        {
            scores[rank] = schema.Fields[field].Weight * Math.Pow(0.5, rank);
        }

        return new(workspace, expansion, field, scores);
    }

    /// <summary>Counts the different terms before anything is made of them: over all segments, so that the limit does not depend on them.</summary>
    private ExpansionNode Limited(string name, Expansion expansion, int edits, string what)
    {
        var different = workspace.Different;
        different.Clear();
        var found = workspace.RentFoundTerms();
        foreach (var live in segments)
        {
            var reader = live.Segment.Fields[schema.FieldAt(name)];
            expansion.Begin(reader, workspace);
            while (expansion.MoveNext(out var rank))
            {
                // Terms of deleted documents alone are not there, however the documents lie.
                if (live.Deleted is not null && CollectionStatistics.CountLive(live, reader, expansion.Entry, workspace) == 0)
                {
                    continue;
                }

                found.Add(reader, rank, expansion.Entry);
                different.Add(XxHash3.HashToUInt64(workspace.Terms.Term));
                IndexLimitException.ThrowIfBeyond(different.Count, IndexLimits.Expansion, what);
                workspace.Watch.Check();
            }
        }

        return Expanded(name, found, edits);
    }
}
