using UnionCatalog.Causes;
using UnionCatalog.Reports;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Reports;

/// <summary>A night as a coordinator of a dozen schools may have it: most is well, some schools need a call.</summary>
internal static class MadeUpNight
{
    public static readonly DateOnly Date = new(2026, 11, 25);

    private static readonly DateTimeOffset Morning = new(2026, 11, 25, 6, 30, 0, TimeSpan.FromHours(7));

    public static NightReport Draw() => Draw(
    [
        Fine("man-1", "MAN 1 Sukamaju", 4312, 12, 3, 1),
        Failed("perpusda", "Perpustakaan Daerah Sukamaju", 28_450, KnownCauses.SystemFailed("perpusda.sukamaju.go.id", 500, "Undefined array key \"title\""), 1.2),
        Fine("sdn-1", "SD Negeri 1 Sukamaju", 1204, 0, 0, 0),
        Held("sma-1", "SMA Negeri 1 Sukamaju", 6120),
        Fine("sma-2", "SMA Negeri 2 Sukamaju", 5408, 31, 8, 2) with { Uploaded = new NightWork { Runs = 1, Seconds = 4, Counts = new() { New = 6 } } },
        Failed("smk-1", "SMK Negeri 1 Sukamaju", 3977, KnownCauses.NameNotFound("smkn1sukamaju.sch.id"), 5.4),
        SetAside("smp-1", "SMP Negeri 1 Sukamaju", 2280),
        Fine("smp-2", "SMP Negeri 2 Sukamaju", 2644, 4, 1, 0),
        Never("smp-3", "SMP Islam Terpadu Al-Hikmah Sukamaju"),
        Fine("smp-4", "SMP Negeri 4 Sukamaju", 1990, 7, 0, 0),
    ]);

    public static NightReport Draw(IReadOnlyList<MemberNight> members) => new()
    {
        Date = Date, TimeZone = "Asia/Jakarta", From = Morning.AddDays(-1), To = Morning, Drawn = Morning, Members = members,
        History = [.. Enumerable.Range(1, 13).Reverse().Select(Before), Totals(members)],
    };

    public static MemberNight Fine(string id, string name, long live, long added, long changed, long deleted) => new()
    {
        Id = id, Name = name, Place = "Kecamatan Sukamaju", LiveRecords = live, LastSuccess = Morning.AddHours(-5), LastSuccessAge = 5 * 3600,
        Outcome = added + changed + deleted == 0 ? NightOutcome.NothingNew : NightOutcome.Complete,
        Harvested = new NightWork { Runs = 1, Seconds = 3 + live / 100, Counts = new() { New = added, Changed = changed, Deleted = deleted, Requests = 2 + added / 10, Retries = deleted } },
    };

    public static Need Need(NeedKind kind, Cause cause) => new(kind, cause.Code, CauseCatalogue.All.ToDictionary(catalogue => catalogue.Language, catalogue => catalogue.Explain(cause)));

    private static MemberNight Failed(string id, string name, long live, Cause cause, double daysAgo) => Fine(id, name, live, 0, 0, 0) with
    {
        Outcome = NightOutcome.Failed, Needs = [Need(NeedKind.Failed, cause)], LastSuccess = Morning.AddDays(-daysAgo), LastSuccessAge = daysAgo * 86400,
        Harvested = new NightWork { Runs = 1, Seconds = 95, Counts = new() { Requests = 5, Retries = 4 } },
    };

    private static MemberNight Held(string id, string name, long live) => Fine(id, name, live, 2, 0, 0) with
    {
        Needs = [Need(NeedKind.Held, KnownCauses.HeldRemoval(1836, 30))],
        Held = new WaitingRemoval(7, Morning.AddHours(-5), 1836, live, ["Ronggeng Dukuh Paruk", "Laskar Pelangi", "Kimia untuk SMA kelas XI", "Bumi Manusia", "Kamus Besar Bahasa Indonesia"]),
        Harvested = new NightWork { Runs = 1, Seconds = 210, Counts = new() { New = 2, Held = 1836, Requests = 88 } },
    };

    private static MemberNight SetAside(string id, string name, long live) => Fine(id, name, live, 3, 2, 0) with
    {
        Needs = [Need(NeedKind.ManySetAside, KnownCauses.ManySetAside(46)), Need(NeedKind.MendedPages, KnownCauses.MendedPages(1))],
        SetAside =
        [
            new("oai:smpn1:2231", "The record is not well-formed XML ('\u0012', hexadecimal value 0x12, is an invalid character). Ask the member's administrator to open and save it in the library system."),
            new(null, "The record has no identifier in its OAI-PMH header, so it could not be recognised the next time."),
        ],
        Harvested = new NightWork { Runs = 1, Seconds = 64, Counts = new() { New = 3, Changed = 2, SetAside = 46, Mended = 1, Requests = 24, Retries = 1 } },
    };

    private static MemberNight Never(string id, string name) => Fine(id, name, 0, 0, 0, 0) with
    {
        Outcome = NightOutcome.NeverHarvested, LastSuccess = null, LastSuccessAge = null, Harvested = new(), Needs = [Need(NeedKind.Never, KnownCauses.NeverHarvested())],
    };

    private static NightTotals Before(int days) => days == 6
        ? NightTotals.Unknown(Date.AddDays(-days))
        : new(Date.AddDays(-days), days == 11 ? 900 : (days * 37) % 80, (days * 13) % 30, (days * 7) % 9, days % 3, 0, 56_000 - (days * 40), 10, days % 4);

    private static NightTotals Totals(IReadOnlyList<MemberNight> members)
    {
        var counts = members.Aggregate(new RunCounts(), (sum, member) => sum + member.Work.Counts);
        return new(
            Date, counts.New, counts.Changed, counts.Deleted, counts.SetAside, counts.Held, members.Sum(member => member.LiveRecords), members.Count,
            members.Count(member => member.Needs.Count > 0));
    }
}
