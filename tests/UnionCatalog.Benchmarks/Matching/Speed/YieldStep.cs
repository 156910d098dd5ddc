using System.Security.Cryptography;
using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Clusters;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>
/// What each family of blocking keys yields: how many pairs of profiles it has compared, how many of those are of one edition,
/// and how many of these no other family finds. Crowded blocks are split as the builder splits them.
/// </summary>
internal static class YieldStep
{
    private static readonly int BlockLimit = new ClusterOptions().BlockLimit;

    public static void Run(int records)
    {
        var (profiles, editions) = ReadProfiles(records);
        var blocks = new Dictionary<BlockKey, List<int>>();
        for (var profile = 0; profile < profiles.Count; profile++)
        {
            foreach (var key in BlockingKeys.Of(profiles[profile]))
            {
                Put(blocks, key, profile);
            }
        }

        var found = new Dictionary<(int, int), int>();
        var (candidates, crowded, largest) = (new long[Enum.GetValues<BlockFamily>().Length], new long[Enum.GetValues<BlockFamily>().Length], 0);
        foreach (var (key, members) in blocks)
        {
            largest = Math.Max(largest, members.Count);
            Walk(key, members);
        }

        void Walk(BlockKey key, List<int> members)
        {
            if (members.Count > BlockLimit)
            {
                crowded[(int)key.Family]++;
                var finer = new Dictionary<BlockKey, List<int>>();
                members.ForEach(member => Array.ForEach([.. BlockingKeys.Split(key, profiles[member])], inner => Put(finer, inner, member)));
                foreach (var (inner, some) in finer)
                {
                    Walk(inner, some);
                }

                return;
            }

            candidates[(int)key.Family] += (long)members.Count * (members.Count - 1) / 2;
            for (var i = 0; i < members.Count; i++)
            {
                for (var j = i + 1; j < members.Count; j++)
                {
                    if (editions[members[i]] == editions[members[j]])
                    {
                        found[(members[i], members[j])] = found.GetValueOrDefault((members[i], members[j])) | (1 << (int)key.Family);
                    }
                }
            }
        }

        Print(profiles, editions, found, candidates, crowded, largest);
    }

    private static void Print(List<MatchFeatures> profiles, List<int> editions, Dictionary<(int, int), int> found, long[] candidates, long[] crowded, int largest)
    {
        var there = editions.CountBy(edition => edition).Sum(edition => (long)edition.Value * (edition.Value - 1) / 2);
        Console.WriteLine(FormattableString.Invariant(
            $"yield all profiles={profiles.Count} true_pairs={there} found={found.Count} share={(double)found.Count / there:0.0000} candidates={candidates.Sum()} largest_block={largest}"));
        foreach (var family in Enum.GetValues<BlockFamily>().Where(family => candidates[(int)family] > 0))
        {
            var bit = 1 << (int)family;
            var right = found.Values.Count(families => (families & bit) != 0);
            Console.WriteLine(FormattableString.Invariant(
                $"yield family={family} candidates={candidates[(int)family]} true={right} of_all_true={(double)right / there:0.0000} only_here={found.Values.Count(families => families == bit)} crowded={crowded[(int)family]}"));
        }
    }

    private static (List<MatchFeatures> Profiles, List<int> Editions) ReadProfiles(int records)
    {
        var (profiles, editions, seen) = (new List<MatchFeatures>(), new List<int>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var record in new GeneratedRecords(StoredNetwork.Seed, records).All())
        {
            var features = MatchFeatures.From(record.Read());
            if (seen.Add(Convert.ToHexString(SHA256.HashData(FeatureBytes.Write(features)))))
            {
                profiles.Add(features);
                editions.Add(record.Edition);
            }
        }

        return (profiles, editions);
    }

    private static void Put(Dictionary<BlockKey, List<int>> blocks, BlockKey key, int profile)
    {
        if (!blocks.TryGetValue(key, out var members))
        {
            blocks[key] = members = [];
        }

        members.Add(profile);
    }
}
