namespace UnionCatalog.Store;

/// <summary>An edition that one library has described more than once.</summary>
/// <param name="Cluster">The edition.</param>
/// <param name="Identifiers">The identifiers of the library's records of it, two or more, in order; at most <see cref="MostIdentifiers"/>.</param>
/// <param name="Records">How many records of it the library has.</param>
public sealed record OwnDuplicate(ClusterId Cluster, IReadOnlyList<string> Identifiers, int Records)
{
    /// <summary>Identifiers that are given of one edition: 100.</summary>
    public const int MostIdentifiers = 100;
}

/// <summary>A part of the editions that one library has described more than once, the eldest first.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Items">Those asked for.</param>
public sealed record OwnDuplicates(long Total, IReadOnlyList<OwnDuplicate> Items);
