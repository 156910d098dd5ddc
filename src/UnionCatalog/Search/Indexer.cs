using Microsoft.Extensions.Logging;
using UnionCatalog.FullText;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search.Card;
using UnionCatalog.Store;

namespace UnionCatalog.Search;

/// <summary>
/// Pulls the change log of clusters into the index. The cursor is committed with the documents, so a crash repeats a
/// change and never loses one. One at a time.
/// </summary>
public sealed partial class Indexer(IClusterStore clusters, MemberDirectory members, ISearchIndex index, ILogger<Indexer> log)
{
    /// <summary>Clusters a commit: enough that the cost of a commit is shared, few enough that readers soon see them.</summary>
    private const int BatchSize = 2_000;

    /// <summary>Draws the document of an edition.</summary>
    internal Func<CatalogEntry, IReadOnlyList<BibRecord>, MemberDirectory, IndexDocument> Drawing { get; init; } = EntryDocument.Draw;

    /// <summary>Pulls everything that is new, in commits of bounded size. Idempotent.</summary>
    /// <param name="progress">Told the number of clusters done so far, after every commit.</param>
    /// <param name="cancellation">Stops between two clusters; what was committed stays.</param>
    /// <returns>How many clusters were put or deleted.</returns>
    public async Task<long> CatchUpAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        long done = 0;
        var cursor = LastCursor();
        while (await clusters.ReadChangesAsync(cursor, BatchSize, cancellation) is { Count: > 0 } changes)
        {
            using var draft = index.BeginDraft();
            foreach (var change in changes)
            {
                await ApplyAsync(draft, change.Subject, cancellation);
            }

            cursor = changes[^1].Number;
            draft.Commit(cursor);
            done += changes.Count;
            progress?.Report(done);
        }

        return done;
    }

    /// <summary>Empties the index and pulls everything again.</summary>
    /// <param name="progress">Told the number of clusters done so far, after every commit.</param>
    /// <param name="cancellation">Stops between two clusters; the next call, or <see cref="CatchUpAsync"/>, goes on.</param>
    /// <returns>How many clusters were put.</returns>
    public async Task<long> RebuildAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        using (var draft = index.BeginDraft())
        {
            draft.Clear();
            draft.Commit(0);
        }

        return await CatchUpAsync(progress, cancellation);
    }

    /// <summary>Pulls everything again into the index as it is, so that readers find all of it meanwhile.</summary>
    /// <inheritdoc cref="RebuildAsync"/>
    public async Task<long> RepeatAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        using (var draft = index.BeginDraft())
        {
            draft.Commit(0);
        }

        return await CatchUpAsync(progress, cancellation);
    }

    private long LastCursor()
    {
        using var snapshot = index.OpenSnapshot();
        return snapshot.Cursor;
    }

    private async Task ApplyAsync(IIndexDraft draft, ClusterId cluster, CancellationToken cancellation)
    {
        var harvested = await clusters.ListRecordsAsync(cluster, cancellation);
        var readable = new List<(RecordKey Key, BibRecord Record)>(harvested.Count);
        foreach (var record in harvested)
        {
            switch (RecordReader.Read(record.Format, record.Metadata, members.HoldingsOf(record.Key.Source)))
            {
                case RecordReading.Readable read:
                    readable.Add((record.Key, read.Record));
                    break;
                case RecordReading.Unreadable unreadable:
                    LogUnreadable(record.Key, unreadable.Error.Reason);
                    break;
            }
        }

        if (readable.Count == 0)
        {
            draft.Delete(cluster.Value);
            return;
        }

        // One edition that is beyond all measure, or that a slip of ours cannot draw, must not keep those behind it out of the
        // catalogue.
        if (Draw(cluster, readable, await clusters.FindArrivalAsync(cluster, cancellation)) is not { } document)
        {
            draft.Delete(cluster.Value);
            return;
        }

        try
        {
            draft.Put(document);
        }
        catch (IndexLimitException beyond)
        {
            LogBeyondLimit(cluster, readable[0].Key, beyond.Message);
            draft.Delete(cluster.Value);
        }
    }

    private IndexDocument? Draw(ClusterId cluster, List<(RecordKey Key, BibRecord Record)> readable, DateOnly? added)
    {
        try
        {
            return Draw(cluster, readable, added, members, Drawing);
        }
        catch (IndexLimitException beyond)
        {
            LogBeyondLimit(cluster, readable[0].Key, beyond.Message);
        }
        catch (Exception slip) when (slip is not OutOfMemoryException)
        {
            LogSlip(slip, cluster, readable[0].Key);
        }

        return null;
    }

    /// <summary>The document of an edition from its records, in any order.</summary>
    internal static IndexDocument Draw(
        ClusterId cluster,
        IEnumerable<(RecordKey Key, BibRecord Record)> records,
        DateOnly? added,
        MemberDirectory members,
        Func<CatalogEntry, IReadOnlyList<BibRecord>, MemberDirectory, IndexDocument>? drawing = null)
    {
        var ordered = ClusterCard.Order(records);
        return (drawing ?? EntryDocument.Draw)(DrawEntry(cluster, ordered, added), ordered.ConvertAll(pair => pair.Record), members);
    }

    private static CatalogEntry DrawEntry(ClusterId cluster, List<(RecordKey Key, BibRecord Record)> ordered, DateOnly? added)
    {
        var card = ClusterCard.Draw(ordered);
        return new CatalogEntry
        {
            Id = cluster.Value,
            Description = card.Description,
            // All of one record's description comes from it: that need not be said.
            Sources = ordered.Count == 1 ? null : card.Sources,
            Added = added,
            Libraries = ordered.ConvertAll(pair => new LibraryHoldings(pair.Key.Source, pair.Key.Identifier, CatalogPage(pair.Record), pair.Record.Holdings)),
        };
    }

    private static string? CatalogPage(BibRecord record) =>
        record.Links.FirstOrDefault(link => link.Kind == RecordLinkKind.CatalogPage)?.Address.OriginalString;

    // Records are read before they are stored; one that cannot be read now tells of a change in the reader.
    [LoggerMessage(LogLevel.Warning, "{Record} was left out of the index because it can no longer be read: {Reason}")]
    private partial void LogUnreadable(RecordKey record, string reason);

    [LoggerMessage(LogLevel.Warning, "The edition {Cluster} of {Record} was left out of the index: {Reason}")]
    private partial void LogBeyondLimit(ClusterId cluster, RecordKey record, string reason);

    [LoggerMessage(LogLevel.Error, "The edition {Cluster} of {Record} was left out of the index: it could not be drawn. Please report this with the record.")]
    private partial void LogSlip(Exception slip, ClusterId cluster, RecordKey record);
}
