namespace UnionCatalog.Server.Pages;

/// <summary>Why the records of one edition are together, in the words of one language.</summary>
/// <param name="Id">The edition's public name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Total">How many records it has.</param>
/// <param name="Members">The first of them.</param>
/// <param name="Missing">Those among these that cannot be read, each told in a sentence.</param>
/// <param name="Near">Records that were nearly put with them.</param>
public sealed record ClusterView(
    string Id, string Title, int Total, IReadOnlyList<MemberView> Members, IReadOnlyList<string> Missing, IReadOnlyList<PairView> Near)
{
    /// <summary>How many more records it has than are told of.</summary>
    public int More => Total - Members.Count - Missing.Count;
}

/// <summary>One record of an edition.</summary>
/// <param name="Record">The record.</param>
/// <param name="Strongest">Beside the record of the edition that it fits best; null when it is the only one.</param>
/// <param name="Decisions">What people have decided of it.</param>
public sealed record MemberView(RecordView Record, PairView? Strongest, IReadOnlyList<string> Decisions);
