using System.Text.Json;
using UnionCatalog.Reports;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Api;

/// <summary>Records that a whole list of a member lacked, too many to be removed without the coordinator's word.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Library">The member's id.</param>
/// <param name="LibraryName">The member's name.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Absent">How many records are missing.</param>
/// <param name="Of">How many the member had, the missing ones included.</param>
/// <param name="Decision">"pending", "confirmed", "refused", or "superseded" by a later whole list.</param>
/// <param name="Decided">When it was decided.</param>
/// <param name="DecidedBy">By whom, as they named themselves.</param>
/// <param name="Removed">How many records a confirmation removed.</param>
/// <param name="Samples">The first of its records that are still there.</param>
public sealed record ApiHeldRemoval(
    long Id, string Library, string LibraryName, DateTimeOffset Since, long Absent, long Of, string Decision,
    DateTimeOffset? Decided, string? DecidedBy, long Removed, IReadOnlyList<HeldSample> Samples)
{
    internal static ApiHeldRemoval From(HeldReport report) => new(
        report.Removal.Id, report.Removal.Source.Value, report.Library, report.Removal.Since, report.Removal.Absent, report.Removal.Live,
        NameOf(report.Removal.Decision), report.Removal.Decided, report.Removal.DecidedBy, report.Removal.Removed, report.Samples);

    internal static string NameOf(HeldDecision decision) => JsonNamingPolicy.CamelCase.ConvertName(decision.ToString());
}
