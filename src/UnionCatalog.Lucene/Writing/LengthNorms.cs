using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.Lucene.Writing;

/// <summary>Keeps each field's length as the other engine does: the words, several terms for one word counted once, in one byte.</summary>
internal sealed class LengthNorms : Similarity
{
    /// <inheritdoc/>
    public override long ComputeNorm(FieldInvertState state) => FieldLengths.CodeOf(state.Length - state.NumOverlap);

    /// <summary>Never asked: scores are reckoned in <see cref="Searching"/>.</summary>
    public override SimWeight ComputeWeight(float queryBoost, global::Lucene.Net.Search.CollectionStatistics collectionStats, params TermStatistics[] termStats) =>
        throw new NotSupportedException();

    /// <inheritdoc cref="ComputeWeight"/>
    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) => throw new NotSupportedException();
}
