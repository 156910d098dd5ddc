using UnionCatalog.Matching.Clusters;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>A catalogue with a random history of records and of what persons decided, beside what must be in it.</summary>
internal sealed class RandomCatalogue(Catalogue catalogue, Random random)
{
    private static readonly string[] Titles =
        ["Bumi manusia", "Bumi manusia", "Bumi manusia jilid 1", "Bumi manusia jilid 2", "Bumi Manusia : sebuah roman", "Tjerita dari Blora", "Matematika kelas X", ""];

    private static readonly string[] Authors = ["Pramoedya Ananta Toer", "Toer, P. A.", "Hamka", "", ""];
    private static readonly string[] Publishers = ["Hasta Mitra", "PT Hasta Mitra", "Balai Pustaka", ""];
    private static readonly string[] Years = ["1980", "1980", "1981", ""];
    private static readonly string[] Isbns = ["979-97312-3-2", "979-97312-3-2", "979-3062-79-7", ""];
    private static readonly string[] Languages = ["ind", "", "", "eng"];

    public Dictionary<RecordKey, HarvestedRecord> Present { get; } = [];

    public List<MatchOverride> Overrides { get; } = [];

    public Catalogue Catalogue => catalogue;

    public static RecordKey AnyKey(Random random) => new(new SourceId(Pick(random, ["sd", "smp", "sma"])), Pick(random, ["1", "2", "3", "4", "5", "6"]));

    /// <summary>Changes some records, and now and then what persons decided.</summary>
    public async Task ChangeAsync()
    {
        var changes = Enumerable.Range(0, random.Next(3, 14)).Select(_ => RandomChange()).DistinctBy(change => change.Key).ToList();
        changes.ForEach(change => Present[change.Key] = change);
        await catalogue.StoreAsync(changes);
        if (random.Next(2) == 0)
        {
            await DecideAsync(new(Pick(random, [OverrideKind.Together, OverrideKind.Apart]), AnyKey(random), AnyKey(random), "x", "y", DateTimeOffset.UnixEpoch));
        }

        if (random.Next(4) == 0 && Overrides.Count > 0)
        {
            var withdrawn = Overrides[random.Next(Overrides.Count)];
            Overrides.Remove(withdrawn);
            await catalogue.Overrides.WithdrawAsync(withdrawn.B, withdrawn.A, CancellationToken.None);
        }
    }

    public async Task DecideAsync(MatchOverride decision)
    {
        if (decision.A != decision.B && await catalogue.Overrides.AddAsync(decision, CancellationToken.None) is OverrideResult.Added { IsNew: true } added)
        {
            Overrides.Add(added.Override);
        }
    }

    /// <summary>Pulls; now and then it is struck down after a batch.</summary>
    public async Task PullAsync(ClusterOptions options)
    {
        options = options with { BatchSize = random.Next(1, 9), LeastBulk = random.Next(6) == 0 ? 1 : int.MaxValue };
        if (random.Next(4) == 0)
        {
            try
            {
                await catalogue.CatchUpAsync(options, new StruckDown());
            }
            catch (InvalidOperationException)
            {
            }

            return;
        }

        await catalogue.CatchUpAsync(options);
    }

    /// <summary>Tells every record as deleted, and takes back what was decided.</summary>
    public async Task EmptyAsync()
    {
        await catalogue.StoreAsync(Present.Keys.Select(key => new HarvestedRecord.Deleted(key, null)));
        foreach (var decision in Overrides)
        {
            await catalogue.Overrides.WithdrawAsync(decision.A, decision.B, CancellationToken.None);
        }

        Present.Clear();
        Overrides.Clear();
    }

    private HarvestedRecord RandomChange() => random.Next(8) == 0
        ? new HarvestedRecord.Deleted(AnyKey(random), null)
        : AnyKey(random) is var key ? Catalogue.Record(
            key.Source.Value, key.Identifier,
            [
                ("title", Pick(random, Titles)), ("creator", Pick(random, Authors)), ("publisher", Pick(random, Publishers)),
                ("date", Pick(random, Years)), ("identifier", Pick(random, Isbns)), ("language", Pick(random, Languages)),
                .. Enumerable.Range(0, random.Next(3)).Select(item => ("hasPart", $"{item}")),
            ]) : throw new InvalidOperationException();

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];

    private sealed class StruckDown : IProgress<long>
    {
        public void Report(long value) => throw new InvalidOperationException("Struck down.");
    }
}
