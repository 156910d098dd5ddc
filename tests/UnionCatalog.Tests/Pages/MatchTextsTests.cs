using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Deciding;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Matching.Features;
using UnionCatalog.Records;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Pages;

/// <summary>Everything that the matcher can mean has words in both languages, and none of them is the programmers' own.</summary>
public sealed class MatchTextsTests
{
    private static readonly RecordKey Left = new(new SourceId("sma-1"), "oai:x/1");
    private static readonly RecordKey Right = new(new SourceId("smp-2"), "2");

    [TestCase("id")]
    [TestCase("en")]
    public void Every_name_has_words_of_its_own(string language)
    {
        var texts = Texts(language);

        AssertDistinct(Enum.GetValues<Feature>().Select(texts.Name));
        AssertDistinct(Enum.GetValues<Level>().Select(texts.Name));
        AssertDistinct(Enum.GetValues<Outcome>().Select(texts.Name));
        AssertDistinct(Enum.GetValues<Veto>().Select(texts.Name));
        AssertDistinct(Enum.GetValues<BlockFamily>().Select(texts.Name));
        AssertDistinct(Enum.GetValues<PartKind>().Select(kind => texts.Name(kind, ["2"])));
        AssertDistinct(Enum.GetValues<RecordAbsence>().Select(absence => texts.Tell(new MissingRecord(Left, absence))));
        AssertDistinct(Enum.GetValues<DecisionFault>().Select(texts.Tell));
        AssertDistinct(Enum.GetValues<OverrideKind>().Select(kind => texts.Tell(Decision(kind))));
    }

    [Test]
    public void No_name_of_an_enumeration_stands_in_the_words_of_librarians()
    {
        var names = Enum.GetNames<Level>().Concat(Enum.GetNames<PairStanding>()).Concat(Enum.GetNames<BlockFamily>()).Where(name => name.Skip(1).Any(char.IsUpper)).ToList();
        var words = PageTexts.All.SelectMany(texts => texts.Keys.Where(key => key.StartsWith("match.", StringComparison.Ordinal)).Select(key => texts[key])).ToList();

        Assert.That(words.Where(text => names.Exists(name => text.Contains(name, StringComparison.OrdinalIgnoreCase))), Is.Empty);
        Assert.That(words.Where(text => text.Contains("cluster", StringComparison.OrdinalIgnoreCase) || text.Contains("veto", StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public void Who_decided_is_told_to_the_coordinator_alone()
    {
        Assert.That(Texts("id").Tell(Decision(OverrideKind.Together)), Is.EqualTo("sma-1/oai:x/1 selalu bersama smp-2/2: “jilid sama” (Bu Sari, 26 Nov 2026)"));
        Assert.That(Texts("en", tellsNames: false).Tell(Decision(OverrideKind.Apart)), Is.EqualTo("sma-1/oai:x/1 always apart from smp-2/2: “jilid sama” (26 Nov 2026)"));
    }

    [Test]
    public void A_contradiction_is_told_with_its_whole_chain()
    {
        var told = Texts("en").Chain(new DecisionOutcome.Contradicted([Decision(OverrideKind.Together), Decision(OverrideKind.Apart)])).ToList();

        Assert.That(told, Has.Count.EqualTo(3));
        Assert.That(told[0], Does.Contain("always together").And.Contain("Bu Sari"));
        Assert.That(told[^1], Does.StartWith("Withdraw one of those"));
    }

    [TestCase("id", "+4,2")]
    [TestCase("en", "+4.2")]
    public void A_weight_has_its_sign_and_one_decimal(string language, string told)
    {
        Assert.That(Texts(language).Weight(423), Is.EqualTo(told));
        Assert.That(Texts(language).Weight(-423), Is.EqualTo(told.Replace('+', '−')));
    }

    private static MatchTexts Texts(string language, bool tellsNames = true) => new(PageTexts.In(language), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), tellsNames);

    private static MatchOverride Decision(OverrideKind kind) =>
        new(kind, Left, Right, "Bu Sari", "jilid sama", new DateTimeOffset(2026, 11, 25, 20, 0, 0, TimeSpan.Zero));

    private static void AssertDistinct(IEnumerable<string> words)
    {
        var all = words.ToList();
        Assert.That(all, Has.None.Empty);
        Assert.That(all, Is.Unique);
    }
}
