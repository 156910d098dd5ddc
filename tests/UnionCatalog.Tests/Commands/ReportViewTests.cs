using Spectre.Console;
using UnionCatalog.Members;
using UnionCatalog.Reports;
using UnionCatalog.Server.Commands;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Commands;

/// <summary>The report's table in windows of every width.</summary>
internal sealed class ReportViewTests
{
    [TestCase(80)]
    [TestCase(100)]
    [TestCase(160)]
    public void No_word_and_no_number_of_the_report_is_cut_in_two(int width)
    {
        var drawn = Draw(width);

        Assert.That(drawn.Split('\n').Select(line => line.TrimEnd().Length), Is.All.LessThanOrEqualTo(width), drawn);
        Assert.That(
            drawn.Split([' ', '|', '│', '\n'], StringSplitOptions.RemoveEmptyEntries),
            Is.SupersetOf(new[] { "Perpustakaan", "Kabupaten", "Changed", "Deleted", "Records", "Outcome", "12,345", "complete" }), drawn);
    }

    [Test]
    public void A_wide_window_shows_what_was_asked_for() => Assert.That(Draw(160), Does.Contain("Asked for").And.Contain("everything").And.Contain("Seconds"));

    private static string Draw(int width)
    {
        var folder = ConfigurationFolder.Load(Path.Combine(Places.Root, "harvest-configs", "demo"));
        var lines = folder.Members.Select(member => new MemberReport(
            member,
            new HarvestRun
            {
                Id = 1, Source = member.Id, Scope = HarvestScope.Full, Status = RunStatus.Completed, Started = DateTimeOffset.UnixEpoch,
                Ended = DateTimeOffset.UnixEpoch.AddSeconds(90), MetadataPrefix = "marc21", Lists = "", Counts = new() { New = 12_345, Requests = 7 },
            },
            12_345,
            []));
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = width;
        console.Write(ReportView.Draw(new HarvestReport(DateTimeOffset.UnixEpoch, [.. lines]), width));
        return text.ToString();
    }
}
