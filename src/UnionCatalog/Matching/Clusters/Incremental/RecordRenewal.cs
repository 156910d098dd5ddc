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
        var profile = change.Subject is HarvestedRecord.Live live && reading.Read(live) is { } features
            ? await ProvideAsync(change.Record, live, features) : null;
        var cluster = old?.Cluster ?? 0;
        if (profile is not null)
        {
            Touched.Contents.Add(change.Record);
        }

        if (profile is not null && profile.Number == former?.Number)
        {
            if (profile.Owner is not null)
            {
                NoteMove(change.Record, cluster, true); // what persons decided of it may have changed
            }

            return;
        }

        NoteMove(change.Record, cluster, profile?.Owner is not null || former?.Owner is not null);
        await MoveAsync(change.Record, profile, cluster);
        if (former is not null && (await work.ListOfProfileAsync(former.Number, 1)).Count == 0)
        {
            await pairs.RemoveAsync(former);
        }
    }

    private async Task<Profile> ProvideAsync(long record, HarvestedRecord.Live live, MatchFeatures features)
    {
        var isDecided = (await work.FindOverridesAsync(record)).Count > 0;
        var draft = ProfileDraft.Of(features, isDecided ? live.Key : null);
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

    private Task MoveAsync(long record, Profile? profile, long cluster) =>
        profile is null ? work.RemoveAsync(record) : work.PlaceAsync(new(record, profile.Number, cluster));

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
