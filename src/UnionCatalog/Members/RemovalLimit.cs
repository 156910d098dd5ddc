namespace UnionCatalog.Members;

/// <summary>
/// How many records may be missing from a whole list before their removal waits for the coordinator: a share of what the
/// member has, or a number where that is more.
/// </summary>
/// <param name="Percent">The share, in per cent. Default: 5.</param>
/// <param name="AtLeast">The number that may be missing whatever the share. Default: 20.</param>
public sealed record RemovalLimit(double Percent = 5, long AtLeast = 20)
{
    /// <summary>Whether a removal must wait. A list with nothing in it always must, where there was something.</summary>
    /// <param name="absent">Records missing from the list.</param>
    /// <param name="live">Records that the member has, the missing ones included.</param>
    public bool Holds(long absent, long live) => absent > 0 && (absent == live || absent > Math.Max(AtLeast, live * Percent / 100));
}
