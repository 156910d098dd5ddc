using UnionCatalog.Causes;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Reports;

/// <summary>Decides what about a member's night needs a person.</summary>
internal static class Needs
{
    /// <summary>The needs of a member, the greatest first.</summary>
    /// <param name="member">The member.</param>
    /// <param name="night">Its night, the needs aside.</param>
    /// <param name="last">Its last run of the night; null when it had none.</param>
    /// <param name="options">What needs a person.</param>
    public static IReadOnlyList<Need> Of(Member member, MemberNight night, HarvestRun? last, NightOptions options)
    {
        var needs = new List<Need>();
        if (night.Outcome == NightOutcome.Failed)
        {
            needs.Add(Tell(NeedKind.Failed, Cause.Read(last!.Cause), last.Failure!));
        }
        else if (FindAbsence(member, night, options) is { } absence)
        {
            needs.Add(absence);
        }

        if (night.Held is { } held)
        {
            needs.Add(Tell(NeedKind.Held, KnownCauses.HeldRemoval(held.Absent, Math.Round(100.0 * held.Absent / Math.Max(1, held.Live), 1))));
        }

        if (night.Work.Counts.SetAside >= options.ManySetAside)
        {
            needs.Add(Tell(NeedKind.ManySetAside, KnownCauses.ManySetAside(night.Work.Counts.SetAside)));
        }

        if (night.Outcome == NightOutcome.Unfinished && !(last!.Notice is not null && IsRecent(night, options)))
        {
            // A run that pauses says why. While the last whole list is not old, a pause is as it was wished and nobody's business.
            needs.Add(last!.Notice is { } pause ? Tell(NeedKind.Unfinished, Cause.Read(last.Cause), pause) : Tell(NeedKind.Unfinished, KnownCauses.Unfinished()));
        }

        if (last is { Status: RunStatus.Completed, Notice: { } notice })
        {
            needs.Add(Tell(NeedKind.Notice, Cause.Read(last.Cause), notice));
        }

        if (night.Work.Counts.Mended > 0)
        {
            needs.Add(Tell(NeedKind.MendedPages, KnownCauses.MendedPages(night.Work.Counts.Mended)));
        }

        return [.. needs.OrderBy(need => need.Kind)];
    }

    /// <summary>Who sends its records itself may have nothing to send for months; who is fetched from is looked after.</summary>
    private static Need? FindAbsence(Member member, MemberNight night, NightOptions options) => (member.Source, night) switch
    {
        (_, { Outcome: NightOutcome.Unfinished }) => null,
        (FetchedSource, { LastSuccess: null }) => Tell(NeedKind.Never, KnownCauses.NeverHarvested()),
        (_, { LastSuccess: null, LiveRecords: 0 }) => Tell(NeedKind.Never, KnownCauses.NeverSent()),
        (FetchedSource, { LastSuccessAge: { } age }) when age >= options.StaleAfter.TotalSeconds => Tell(NeedKind.Stale, KnownCauses.Stale(TimeSpan.FromSeconds(age))),
        _ => null,
    };

    private static bool IsRecent(MemberNight night, NightOptions options) => night.LastSuccessAge < options.StaleAfter.TotalSeconds;

    private static Need Tell(NeedKind kind, Cause cause) =>
        new(kind, cause.Code, CauseCatalogue.All.ToDictionary(catalogue => catalogue.Language, catalogue => catalogue.Explain(cause)));

    /// <summary>A run of an earlier or later version may have a cause that this one does not know: its English words stay.</summary>
    private static Need Tell(NeedKind kind, Cause? cause, string words) => cause is not null && CauseCatalogue.English.Knows(cause)
        ? Tell(kind, cause)
        : new(kind, cause?.Code, new Dictionary<string, Explanation> { [CauseCatalogue.English.Language] = new(words, null, "", null) });
}
