using System.Text.Json;
using UnionCatalog.Tests.Harvesting;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.Commands;

/// <summary>A night's report on the command line, in every form.</summary>
internal sealed class NightCommandTests
{
    private ConfigFolder _folder = null!;
    private ReplayServer _library = null!;
    private string _night = null!;

    [OneTimeSetUp]
    public async Task HarvestAsync()
    {
        _folder = new();
        _library = (await ReplayServer.StartAsync()).On("verb=Identify", OaiPages.Identify()).On("verb=ListRecords&metadataPrefix=oai_dc", OaiPages.List([1, 2]));
        await HarvestIntoAsync(_folder);
        _night = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Jakarta").AddHours(12).ToString("yyyy-MM-dd", null);
    }

    [OneTimeTearDown]
    public async Task ClearAsync()
    {
        await _library.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task It_is_text_that_says_whom_to_call()
    {
        var run = await ReportAsync("--language", "en");

        Assert.That(run.Code, Is.EqualTo(1), run.Everything);
        Assert.That(run.Output, Does.Contain("1 of 2 libraries need somebody.").And.Contain("1. SMA Dua").And.Match("Failed: 127.0.0.1:[0-9]+ refused the connection").And.Contain("Next step: Check the address and port"));
        CommandLineTests.AssertIsPlain(run);
    }

    [Test]
    public async Task It_is_a_table_for_spreadsheets_data_for_programs_and_a_page_that_stands_alone()
    {
        var csv = await ReportAsync("--format", "csv");
        var json = JsonDocument.Parse((await ReportAsync("--format", "json")).Output).RootElement;
        var html = await ReportAsync("--format", "html");

        Assert.That(csv.Output.Split('\n'), Has.Exactly(3).Items);
        Assert.That(json.GetProperty("members")[0].GetProperty("harvested").GetProperty("counts").GetProperty("new").GetInt32(), Is.EqualTo(2));
        Assert.That(html.Output, Does.StartWith("<!DOCTYPE html>").And.Contain("SMA &lt;Satu&gt;").And.EndWith("</html>"));
    }

    [Test]
    public async Task A_night_to_come_and_what_is_no_night_are_refused_in_words()
    {
        var future = await ServerProcess.RunAsync(_folder.Arguments("report", "--night", "2999-01-01"));
        var wrong = await ServerProcess.RunAsync(_folder.Arguments("report", "--night", "kemarin"));
        var format = await ReportAsync("--format", "pdf");
        var mail = await ServerProcess.RunAsync(_folder.Arguments("--mail-to", "koordinator\nBcc: x@example.org"));

        Assert.That((future.Code, wrong.Code, format.Code, mail.Code), Is.EqualTo((2, 2, 2, 2)));
        Assert.That(future.Errors, Does.Contain("The night of 2999-01-01 has not begun"));
        Assert.That(wrong.Errors, Does.Contain("--night takes a day such as 2026-11-25, not 'kemarin'."));
        Assert.That(mail.Errors, Does.Contain("--mail-to takes mail addresses, not 'koordinator"));
    }

    [Test]
    public async Task A_service_that_starts_late_draws_the_report_that_it_missed()
    {
        // In a folder of its own: the service may start to harvest, and a run that ends with it would change the other tests' night.
        using var folder = new ConfigFolder();
        await HarvestIntoAsync(folder);
        await using var service = ServerProcess.Start(folder.ArgumentsAt(ServerProcess.FreePort(), "--report-at", "00:00"));

        Assert.That(await service.LineAsync(" is kept: "), Does.Match("The report of the night [0-9-]{10} is kept: [0-9] of 2 members need somebody"));
        Assert.That(await service.LineAsync("coordinator.key"), Does.Contain(Path.Combine(folder.Data, "coordinator.key")));
    }

    private async Task HarvestIntoAsync(ConfigFolder folder)
    {
        folder.Member("sma-1", _library.Address, "SMA <Satu>");
        folder.Member("sma-2", new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}/oai"), "SMA Dua");
        Assert.That((await ServerProcess.RunAsync(folder.Arguments("harvest"))).Code, Is.EqualTo(1));
    }

    private Task<Finished> ReportAsync(params string[] more) => ServerProcess.RunAsync([.. _folder.Arguments("report", "--night", _night), .. more]);
}
