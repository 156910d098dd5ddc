namespace UnionCatalog.Members;

/// <summary>A member whose SLiMS sends its records itself, by the union catalogue upload (UCS).</summary>
public sealed record SlimsUploadSource : MemberSource
{
    /// <summary>The node id that the member's SLiMS names itself by; null: the member's id.</summary>
    public string? NodeId { get; init; }

    /// <summary>The node id that the member's SLiMS names itself by. It is typed by hand: compare it without case.</summary>
    public string NodeOf(Member member) => NodeId ?? member.Id.Value;
}
