namespace UnionCatalog.Matching.Comparison;

/// <summary>What comparing two records came to, with the evidence.</summary>
/// <param name="Judgement">What it came to.</param>
/// <param name="Evidence">One piece for every <see cref="Feature"/>, in their order.</param>
internal sealed record Comparison(Judgement Judgement, IReadOnlyList<Evidence> Evidence);
