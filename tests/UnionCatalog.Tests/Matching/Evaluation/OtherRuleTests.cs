using UnionCatalog.Matching.Evaluation;
using UnionCatalog.Matching.Evaluation.OtherRules;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Matching.Evaluation;

/// <summary>The rules of other systems do what they are described to do, with the weaknesses that they are described to have.</summary>
internal sealed class OtherRuleTests
{
    private static IEnumerable<Case> Cases => File.ReadLines(Places.Case("Matching/other-rules.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Chunk(3)
        .Select(lines => new Case(lines[0], lines[1], lines[2]));

    [TestCaseSource(nameof(Cases))]
    public void A_pair_is_put_together_by_those_rules_that_would(Case one)
    {
        MeasuredRecord[] pair = [new(PairRecord.Read(one.Left), "left", 1), new(PairRecord.Read(one.Right), "right", 1)];

        var together = MatchRules.All.Where(rule => rule is not UnionRule && rule.Partition(pair) is [var left, var right] && left == right).Select(rule => rule.Name);

        Assert.That(together, Is.EquivalentTo(one.Rules));
    }

    [Test]
    public void RecordManager_has_one_record_of_a_library_in_a_cluster()
    {
        var record = PairRecord.Read("title=Laskar pelangi | author=Hirata, Andrea | year=2005");

        var found = new RecordManagerRule().Partition([new(record, "a", 1), new(record, "a", 2), new(record, "b", 1)]);

        Assert.That((found[0] == found[2], found[0] == found[1]), Is.EqualTo((true, false)));
    }

    [Test]
    public void RecordManager_gives_up_after_so_many_candidates()
    {
        MeasuredRecord Of(int pages, string source) => new(PairRecord.Read($"title=Matematika | pages={pages} hlm."), source, 1);
        var crowd = Enumerable.Range(1, 101).Select(i => Of(i * 20, "crowd"));

        var near = new RecordManagerRule().Partition([.. crowd.Take(100), Of(5_000, "a"), Of(5_000, "b")]);
        var far = new RecordManagerRule().Partition([.. crowd, Of(5_000, "a"), Of(5_000, "b")]);

        Assert.That((near[^2] == near[^1], far[^2] == far[^1]), Is.EqualTo((true, false)));
    }

    [Test]
    public void Equal_keys_of_Gold_Rush_put_any_number_of_records_together()
    {
        var record = PairRecord.Read("title=The laskar pelangi | author=Hirata, Andrea | year=2005");

        Assert.That(new GoldRushRule().Partition([new(record, "a", 1), new(record, "a", 2), new(record, "b", 1)]), Is.EqualTo((int[])[0, 0, 0]));
        Assert.That(GoldRushRule.KeyOf(record), Does.StartWith("laskarpelangi|2005||1|"));
    }

    [Test]
    public void Melinda_lets_a_record_join_the_best_of_those_before()
    {
        MeasuredRecord Of(string publisher) => new(PairRecord.Read($"title=Laskar pelangi | author=Hirata, Andrea | year=2005 | format=Book{publisher}"), "a", 1);

        var found = new MelindaRule().Partition([Of(" | isbn=979-3062-79-7"), Of(" | isbn=978-602-298-433-7"), Of(" | isbn=978-602-298-433-7")]);

        Assert.That(found, Is.EqualTo((int[])[0, 1, 1]));
    }

    [Test]
    public void No_rule_stumbles_over_records_that_say_nothing_or_far_too_much()
    {
        var much = new BibRecord
        {
            Title = new Title(string.Join(' ', Enumerable.Repeat("Matematika", 20_000))),
            Contributors = [new(new string('x', 300_000), ContributorKind.Person) { IsMain = true }],
        };
        MeasuredRecord[] records = [new(new BibRecord(), "a", 1), new(new BibRecord(), "b", 1), new(much, "a", 2), new(much, "b", 2)];

        foreach (var rule in MatchRules.All.Where(rule => rule is not UnionRule))
        {
            Assert.That(rule.Partition(records), Has.Length.EqualTo(4), rule.Name);
        }
    }

    internal sealed record Case(string Head, string Left, string Right)
    {
        private int Colon => Head.IndexOf(':', StringComparison.Ordinal);

        public string[] Rules => Head[..Colon] == "nobody" ? [] : Head[..Colon].Split(' ');

        public override string ToString() => Head[(Colon + 2)..];
    }
}
