using System.Text.Json;
using UnionCatalog.Harvesting.CheckUp;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Harvesting.CheckUp;

/// <summary>A small fleet of schools, each a case: what a check-up makes of its system.</summary>
internal sealed class CheckUpTests
{
    [TestCaseSource(typeof(CheckUpCase), nameof(CheckUpCase.Names))]
    public async Task A_school_is_told_what_its_system_is_and_what_to_mend(string name)
    {
        await using var server = await ReplayServer.StartAsync();
        var school = new CheckUpCase(name);

        var result = await school.ExamineAsync(server);

        using (Assert.EnterMultipleScope())
        {
            foreach (var line in school.Expectations)
            {
                Expect(server, result, line);
            }

            Assert.That(result.Requests, Is.LessThanOrEqualTo(new CheckUpOptions().MostRequests));
            Assert.That(result.Configuration is null, Is.EqualTo(result.Verdict == Verdict.NotYet), "a configuration is proposed where it can be used");
        }
    }

    [TestCaseSource(typeof(CheckUpCase), nameof(CheckUpCase.Names))]
    public async Task What_is_written_for_a_school_can_be_used_as_it_is(string name)
    {
        await using var server = await ReplayServer.StartAsync();

        var result = await new CheckUpCase(name).ExamineAsync(server);

        var letter = Letter.Write(result);
        Assert.That(letter, Does.StartWith("Kepada ").And.Contain("To the librarian of "));
        Assert.That(letter, Does.Not.Match(@"\{[a-zA-Z]+(:[a-z]+)?\}"), "no placeholder is left");
        Assert.That(letter.Split('\n').Where(line => line.Contains(' ', StringComparison.Ordinal) && !line.Contains("://", StringComparison.Ordinal)), Is.All.Length.LessThanOrEqualTo(72));
        Assert.That(letter.Where(character => char.IsControl(character) && character != '\n'), Is.Empty);
        if (result.Configuration is { } configuration)
        {
            using var folder = new TempFolder();
            await File.WriteAllTextAsync(folder.File($"{configuration.Id}.json"), configuration.Text);
            var reading = ConfigurationFolder.Load(folder.Path);
            Assert.That(reading.Errors, Is.Empty, configuration.Text);
            Assert.That(reading.Members.Single().Id.Value, Is.EqualTo(configuration.Id));
        }
    }

    private static void Expect(ReplayServer server, CheckUpResult result, WildLine line)
    {
        switch (line.Keyword)
        {
            case "verdict":
                Assert.That(JsonNamingPolicy.KebabCaseLower.ConvertName(result.Verdict.ToString()), Is.EqualTo(line.Value), Codes(result));
                break;
            case "system":
                Assert.That(result.System?.Name ?? "none", Is.EqualTo(line.Value));
                break;
            case "preset":
                Assert.That(result.Preset ?? "none", Is.EqualTo(line.Value));
                break;
            case "address":
                Assert.That(result.Address?.AbsoluteUri, Is.EqualTo(new Uri(server.Address, line.Value).AbsoluteUri));
                break;
            case "findings":
                Assert.That(result.Findings.Select(finding => finding.Code), Is.EquivalentTo(line.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
                break;
            case "records":
                Assert.That($"{result.RecordCount}", Is.EqualTo(line.Value));
                break;
            case "says":
                Assert.That(result.Findings.Select(finding => CheckUpTexts.All[0].Explain(finding).Seen), Has.Some.Contains(line.Value));
                break;
            case "configured":
                Assert.That(result.Configuration?.Text, Does.Contain(line.Value));
                break;
            case "letter":
                Assert.That(string.Join(' ', Letter.Write(result).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Does.Contain(line.Value));
                break;
            case "sample":
                Assert.That(result.Samples.SelectMany(sample => SampleLines.Of(sample, CheckUpTexts.All[0])), Has.Some.Contains(line.Value));
                break;
            default:
                throw new FormatException($"There is no keyword \"{line.Keyword}\".");
        }
    }

    private static string Codes(CheckUpResult result) => string.Join(' ', result.Findings.Select(finding => finding.Code));
}
