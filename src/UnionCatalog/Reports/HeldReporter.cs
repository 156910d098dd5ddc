using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Reports;

/// <summary>Shows the coordinator the removals that wait: numbers, and samples of what would go.</summary>
/// <param name="held">Where they are written down.</param>
/// <param name="members">The members in force.</param>
public sealed class HeldReporter(IHeldRemovals held, MemberDirectory members)
{
    /// <summary>Records shown of each removal: 10.</summary>
    public const int Samples = 10;

    /// <summary>All that wait, the longest first.</summary>
    public async Task<IReadOnlyList<HeldReport>> ListAsync(CancellationToken cancellation)
    {
        var reports = new List<HeldReport>();
        foreach (var removal in await held.ListPendingAsync(cancellation))
        {
            reports.Add(await DescribeAsync(removal, cancellation));
        }

        return reports;
    }

    /// <summary>One of them, decided or not; null when there never was one of this number.</summary>
    public async Task<HeldReport?> FindAsync(long id, CancellationToken cancellation) =>
        await held.FindAsync(id, cancellation) is { } removal ? await DescribeAsync(removal, cancellation) : null;

    private async Task<HeldReport> DescribeAsync(HeldRemoval removal, CancellationToken cancellation)
    {
        var holdings = members.HoldingsOf(removal.Source);
        var records = await held.ListRecordsAsync(removal.Id, Samples, cancellation);
        return new(removal, members.Find(removal.Source)?.Name ?? removal.Source.Value, [.. records.Select(record => Describe(record, holdings))]);
    }

    private static HeldSample Describe(HarvestedRecord.Live record, HoldingsMapping holdings)
    {
        var title = RecordReader.Read(record.Format, record.Metadata, holdings) is RecordReading.Readable { Record: var bib } ? bib.Title.Proper : "";
        return new(record.Key.Identifier, title.Length == 0 ? null : title);
    }
}

/// <summary>A removal that waits, as the coordinator sees it.</summary>
/// <param name="Removal">What is written down of it.</param>
/// <param name="Library">The member's name; its id where its configuration is gone.</param>
/// <param name="Samples">The first of its records that are still there.</param>
public sealed record HeldReport(HeldRemoval Removal, string Library, IReadOnlyList<HeldSample> Samples);

/// <summary>One record that would go.</summary>
/// <param name="Identifier">Its identifier at the member.</param>
/// <param name="Title">Its title; null where it has none.</param>
public sealed record HeldSample(string Identifier, string? Title);
