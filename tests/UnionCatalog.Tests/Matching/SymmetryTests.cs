using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Matching;

/// <summary>
/// Which of two records came first makes no difference. Were it otherwise, clusters would depend on the order of arrival:
/// what is drawn anew judges pairs in another order than what is drawn a change at a time.
/// </summary>
internal sealed class SymmetryTests
{
    private static readonly string[] Words =
        ["perpustakaan", "masyarakat", "pedesaan", "nusantara", "di", "dan", "ilmu", "pengetahuan", "alam", "buku", "pelajaran", "sejarah", "a", "7", "membaca", "rakjat"];

    private static IEnumerable<string> Files() => Directory.GetFiles(Places.Case("Matching/pairs"), "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [Test]
    public void Generated_records_that_share_a_block_are_judged_the_same_both_ways()
    {
        var all = new GeneratedRecords(11, 2_000).All().Select(record => MatchFeatures.From(record.Read())).ToList();
        var pairs = ListCandidates(all);
        var suspicious = all.SelectMany(features => features.Isbns).ToHashSet(StringComparer.Ordinal);

        Assert.That(pairs, Has.Count.AtLeast(5_000));
        Assert.That(pairs.Where(pair => !IsSymmetric(all[pair.Left], all[pair.Right], null) || !IsSymmetric(all[pair.Left], all[pair.Right], suspicious)), Is.Empty);
        Assert.That(pairs.Select(pair => PairComparer.Judge(all[pair.Left], all[pair.Right]).Outcome).Distinct(), Is.EquivalentTo(Enum.GetValues<Outcome>()), "of every kind");
    }

    [TestCaseSource(nameof(Files))]
    public void All_records_of_a_file_of_cases_are_judged_the_same_both_ways_each_with_each(string file)
    {
        var cases = PairCase.ReadAll(Places.Case("Matching/pairs")).Where(pair => pair.File == file).ToList();
        var all = cases.SelectMany(pair => new[] { pair.Left, pair.Right }).Select(MatchFeatures.From).ToList();
        var asymmetric =
            from left in Enumerable.Range(0, all.Count)
            from right in Enumerable.Range(0, left)
            where !IsSymmetric(all[left], all[right], null)
            select $"{cases[left / 2]} and {cases[right / 2]}";

        Assert.That(all, Is.Not.Empty);
        Assert.That(asymmetric, Is.Empty);
    }

    [Test]
    public void Titles_with_slips_and_words_joined_parted_added_and_left_out_are_judged_the_same_both_ways()
    {
        var random = new Random(13);
        for (var pair = 0; pair < 20_000; pair++)
        {
            var words = Enumerable.Range(0, random.Next(1, 7)).Select(_ => Words[random.Next(Words.Length)]).ToList();
            var (left, right) = (Features(words), Features(Damage(words, random)));
            Assert.That(IsSymmetric(left, right, null), Is.True, $"{left.Title.Whole} and {right.Title.Whole}");
        }
    }

    private static MatchFeatures Features(IEnumerable<string> words) =>
        MatchFeatures.From(new BibRecord { Title = new(string.Join(' ', words)) });

    private static List<string> Damage(List<string> words, Random random)
    {
        var damaged = new List<string>();
        foreach (var word in words)
        {
            damaged.AddRange(random.Next(8) switch
            {
                0 => [],
                1 or 2 => [word.Remove(random.Next(word.Length), 1)],
                3 => [word[..(word.Length / 2)], word[(word.Length / 2)..]],
                4 => [word, Words[random.Next(Words.Length)]],
                _ => [word],
            });
        }

        return damaged.Count > 1 && random.Next(6) == 0 ? [damaged[0] + damaged[1], .. damaged[2..]] : damaged;
    }

    private static bool IsSymmetric(MatchFeatures left, MatchFeatures right, IReadOnlySet<string>? suspicious) =>
        PairComparer.Judge(left, right, suspicious) == PairComparer.Judge(right, left, suspicious);

    private static HashSet<(int Left, int Right)> ListCandidates(List<MatchFeatures> all)
    {
        var blocks = Enumerable.Range(0, all.Count).SelectMany(record => BlockingKeys.Of(all[record]).Select(key => (key.Hash, Record: record))).ToLookup(row => row.Hash, row => row.Record);
        return
        [
            .. from block in blocks
               let members = block.Distinct().ToList()
               from left in members
               from right in members
               where left < right
               select (left, right),
        ];
    }
}
