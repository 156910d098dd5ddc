using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Reports;

/// <summary>What the coordinator reads after a night: one line a member.</summary>
/// <param name="Drawn">When it was drawn up.</param>
/// <param name="Members">Every configured member, by name of source.</param>
public sealed record HarvestReport(DateTimeOffset Drawn, IReadOnlyList<MemberReport> Members)
{
    /// <summary>The members whose last harvest failed: whom to call.</summary>
    public IEnumerable<MemberReport> Failed => Members.Where(member => member.Run?.Status == RunStatus.Failed);
}

/// <summary>How one member's last harvest went.</summary>
/// <param name="Member">The member.</param>
/// <param name="Run">Its last harvest; null when it was never harvested.</param>
/// <param name="LiveRecords">How many of its records the union has.</param>
/// <param name="SetAside">The first records that the last harvest had to set aside.</param>
public sealed record MemberReport(Member Member, HarvestRun? Run, long LiveRecords, IReadOnlyList<SetAsideRecord> SetAside);
