using UnionCatalog.Records;

namespace UnionCatalog.Harvesting;

/// <summary>A member's records are being stored at this moment. Nothing is wrong: a minute later they are not.</summary>
/// <param name="member">The member.</param>
public sealed class MemberBusyException(SourceId member) : InvalidOperationException($"{member} is being harvested already.");
