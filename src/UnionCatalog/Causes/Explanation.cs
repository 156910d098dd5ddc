namespace UnionCatalog.Causes;

/// <summary>A cause in one language.</summary>
/// <param name="What">What happened, in one sentence.</param>
/// <param name="Kept">What became of the records, in one sentence; null when that is plain.</param>
/// <param name="Next">What to do next, in one sentence.</param>
/// <param name="Detail">What the member's system itself said, untranslated; null for nothing.</param>
public sealed record Explanation(string What, string? Kept, string Next, string? Detail)
{
    /// <summary>All of it, in the order in which it is told.</summary>
    public override string ToString() => string.Join(' ', new[] { What, Kept, Next, Detail }.OfType<string>());
}
