using System.Text.RegularExpressions;
using UnionCatalog.Causes;
using UnionCatalog.Harvesting.CheckUp;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Harvesting.CheckUp;

/// <summary>The sentences of a check-up and the code agree.</summary>
internal sealed partial class CheckUpTextsTests
{
    private static readonly string Source = string.Concat(
        Directory.EnumerateFiles(Path.Combine(Places.Root, "src/UnionCatalog/Harvesting/CheckUp"), "*.cs").Select(File.ReadAllText));

    [Test]
    public void Every_finding_with_sentences_can_be_found() =>
        Assert.That(CheckUpTexts.Codes.Where(code => !Source.Contains($"\"{code}\"", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Every_finding_that_can_be_found_has_a_case() =>
        Assert.That(CheckUpTexts.Codes.Except(Shown).Except(["certificate", "https-closed", "certificate-only", "unreachable", "no-answer", "unfinished", "unfinished-early", "redirect-loop", "redirected", "no-https", "slow"]), Is.Empty,
            "what takes a server of its own is tried in HostileServerTests");

    [Test]
    public void Both_languages_say_the_same_and_only_a_file_for_schools_speaks_one() =>
        Assert.That(
            CheckUpTexts.All[0].Keys.Where(key => !key.StartsWith("config.", StringComparison.Ordinal)),
            Is.EquivalentTo(CheckUpTexts.All[1].Keys));

    [TestCaseSource(typeof(CheckUpTexts), nameof(CheckUpTexts.Codes))]
    public void A_finding_says_in_both_languages_what_was_seen_and_whoever_has_to_mend_it_is_told_how(string code)
    {
        var finding = new Finding(code, Values());
        foreach (var texts in CheckUpTexts.All)
        {
            var told = texts.Explain(finding);
            Assert.That(told.Seen, Does.EndWith(".").Or.EndWith("”.").Or.EndWith("X"));
            Assert.That(told.Do is not null, Is.EqualTo(CheckUpTexts.All[0].Explain(finding).Do is not null));
            if (CheckUpTexts.WeightOf(finding) == Weight.Stop)
            {
                Assert.That(told.Do, Is.Not.Null, "what keeps a school out has a way to mend it");
            }
        }
    }

    [Test]
    public void Every_system_has_a_preset_that_is_there_and_steps_that_are_written()
    {
        foreach (var system in KnownSystems.All)
        {
            Assert.That(MemberPresets.Names, Does.Contain(system.Preset));
            Assert.That(CheckUpTexts.All.Select(texts => texts.Steps(system).Count), Is.All.GreaterThan(2));
            Assert.That(system.Signs.Select(sign => sign.In).Distinct(), Is.SubsetOf(SeenIn()), system.Name);
            Assert.That(() => system.Signs.Select(sign => new Regex(sign.Like)).ToList(), Throws.Nothing);
        }

        string[] SeenIn() => [.. EvidencePlace().Matches(Source).Select(match => match.Groups[1].Value)];
    }

    private static IEnumerable<string> Shown => CheckUpCase.Names.SelectMany(name => new CheckUpCase(name).Expectations)
        .Where(line => line.Keyword == "findings").SelectMany(line => line.Value.Split(' '));

    /// <summary>A value for every placeholder that there is.</summary>
    private static Dictionary<string, CauseValue> Values()
    {
        using var stream = typeof(CheckUpTexts).Assembly.GetManifestResourceStream("checkup-texts.json")!;
        return Placeholder().Matches(new StreamReader(stream).ReadToEnd())
            .GroupBy(match => match.Groups["name"].Value)
            .ToDictionary(uses => uses.Key, uses => uses.Any(use => use.Groups["form"].Success) ? 7 : (CauseValue)"X");
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+)(?::(?<form>[a-z]+))?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("Evidence\\.Add\\(\"(\\w+)\"")]
    private static partial Regex EvidencePlace();
}
