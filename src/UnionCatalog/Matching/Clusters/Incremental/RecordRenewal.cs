using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>Takes the changes of records into the store's profiles, and notes what they touch.</summary>
internal sealed class RecordRenewal(IClusteringWork work, ProfileShelf shelf, PairKeeping pairs, Disbelief disbelief, FeatureReading reading)
{
    /// <summary>What the changes touch.</summary>
    public Touched Touched { get; } = new();

    /// <summary>Takes a change.</summary>
    public async Task TakeAsync(RecordChange change)
    {
        var old = await work.FindPlacementAsync(change.Record);
        var former = old is { } was ? await shelf.FindAsync(was.Profile) : null;
        var read = change.Subject is HarvestedRecord.Live live ? reading.Read(live) : null;
        var profile = read is null ? null : await ProvideAsync(change.Record, change.Subject.Key, read.Features);
        var cluster = old?.Cluster ?? 0;
        if (profile is not null)
        {
            Touched.Contents.Add(change.Record);
        }

        if (profile is not null && profile.Number == former?.Number)
        {
            await StayAsync(change.Record, profile, old!.Value, read!.Holdings);
            return;
        }

        NoteMove(change.Record, cluster, profile?.Owner is not null || former?.Owner is not null);
        await (profile is null ? work.RemoveAsync(change.Record) : work.PlaceAsync(new(change.Record, profile.Number, cluster, read!.Holdings)));
        if (former is not null && (await work.ListOfProfileAsync(former.Number, 1)).Count == 0)
        {
            await pairs.RemoveAsync(former);
        }
    }

    // It says what it said. What persons decided of it may have changed, and how many have it.
    private async Task StayAsync(long record, Profile profile, Placement old, int holdings)
    {
        if (old.Holdings != holdings)
        {
            await work.PlaceAsync(old with { Holdings = holdings });
        }

        if (profile.Owner is not null || old.Holdings != holdings)
        {
            NoteMove(record, old.Cluster, profile.Owner is not null);
        }
    }

    private async Task<Profile> ProvideAsync(long record, RecordKey key, MatchFeatures features)
    {
        var isDecided = (await work.FindOverridesAsync(record)).Count > 0;
        var draft = ProfileDraft.Of(features, isDecided ? key : null);
        if (await work.FindProfileAsync(draft.Hash) is { } number)
        {
            return await shelf.GetAsync(number);
        }

        var isPoor = disbelief.Identifiers.Count > 0 ? ProfileDraft.IsTooPoor(features, disbelief.Identifiers) : draft.IsPoor;
        var added = await shelf.AddAsync(draft, isDecided ? record : null, isPoor, features);
        await pairs.AddAsync(added);
        Touched.NewProfiles.Add(added.Number);
        return added;
    }

    private void NoteMove(long record, long cluster, bool isDecided)
    {
        Touched.Moved.Add(record);
        if (cluster != 0)
        {
            Touched.Clusters.Add(cluster);
            if (isDecided)
            {
                Touched.Decided.Add(cluster);
            }
        }
    }
}
