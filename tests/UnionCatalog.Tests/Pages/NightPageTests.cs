using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using UnionCatalog.Causes;
using UnionCatalog.Reports;
using UnionCatalog.Tests.Hostile;
using UnionCatalog.Tests.Reports;

namespace UnionCatalog.Tests.Pages;

/// <summary>The nights' pages: for the coordinator alone, whole without scripts, the same numbers in every form.</summary>
public sealed class NightPageTests
{
    private const string Address = "/reports/2026-11-25";
    private static readonly HtmlParser Parser = new();
    private static readonly NightReport Report = MadeUpNight.Draw();
    private CoordinatorService _coordinator = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _coordinator = await CoordinatorService.StartAsync(
        Report,
        MadeUpNight.Draw([MadeUpNight.Fine("sma-1", "SMA Negeri 1", 5, 1, 0, 0)]) with { Date = MadeUpNight.Date.AddDays(1) },
        Hostile() with { Date = MadeUpNight.Date.AddDays(2) });

    [OneTimeTearDown]
    public async Task StopAsync() => await _coordinator.DisposeAsync();

    [TestCase("/reports")]
    [TestCase(Address)]
    [TestCase(Address + ".csv")]
    [TestCase(Address + ".json")]
    public async Task Strangers_see_nothing_of_it(string address)
    {
        using var reader = await _coordinator.Service.GetAsync(address, ("Accept", "text/html"));
        using var program = await _coordinator.Service.GetAsync(address);

        Assert.That((reader.StatusCode, reader.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, "/coordinator?back=" + Uri.EscapeDataString(address))));
        Assert.That(program.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await reader.Content.ReadAsStringAsync() + await program.Content.ReadAsStringAsync(), Does.Not.Contain("Sukamaju"));
    }

    [Test]
    public async Task Whom_to_call_first_stands_first_in_the_order_of_need_with_cause_and_next_step()
    {
        var page = await ReadAsync(Address);

        Assert.That(page.QuerySelector("h1")!.Text(), Is.EqualTo("Rabu, 25 November 2026"));
        Assert.That(page.Texts(".lead"), Is.EqualTo(new[] { "5 dari 10 perpustakaan perlu ditangani." }));
        Assert.That(page.Texts(".call h3"), Is.EqualTo(new[]
        {
            "SMK Negeri 1 Sukamaju", "Perpustakaan Daerah Sukamaju", "SMA Negeri 1 Sukamaju", "SMP Islam Terpadu Al-Hikmah Sukamaju", "SMP Negeri 1 Sukamaju",
        }));
        Assert.That(page.QuerySelector(".call .need")!.Texts("p"), Is.EqualTo(new[]
        {
            "Gagal Nama smkn1sukamaju.sch.id tidak ditemukan di jaringan.",
            "Langkah berikutnya: Periksa alamatnya di berkas konfigurasi anggota, dan apakah domain sekolah itu masih terdaftar.",
        }));
        Assert.That(page.QuerySelector(".call .facts")!.Text(), Does.Contain("terakhir lengkap 19 Nov 20.54, 5 hari sebelum laporan ini"));
        Assert.That(page.Texts(".samples li"), Does.Contain("Laskar Pelangi").And.Contain("(tanpa pengenal) The record has no identifier in its OAI-PMH header, so it could not be recognised the next time."));
    }

    [Test]
    public async Task In_English_it_says_the_same()
    {
        var page = await ReadAsync(Address, "en");

        Assert.That(page.QuerySelector("h1")!.Text(), Is.EqualTo("Wednesday, 25 November 2026"));
        Assert.That(page.Texts(".lead"), Is.EqualTo(new[] { "5 of 10 libraries need somebody." }));
        Assert.That(page.Texts(".next")[0], Does.StartWith("Next step: Check the address"));
    }

    [Test]
    public async Task A_night_without_needs_says_so()
    {
        var page = await ReadAsync("/reports/2026-11-26");

        Assert.That(page.Texts(".lead"), Is.EqualTo(new[] { "Satu-satunya perpustakaan yang ikut serta berjalan lancar." }));
        Assert.That(page.QuerySelectorAll(".call"), Is.Empty);
        Assert.That(page.QuerySelector("#call")!.NextElementSibling!.Text(), Is.EqualTo("Pagi ini tidak ada yang perlu dihubungi."));
    }

    [Test]
    public async Task Every_member_has_a_row_with_every_number()
    {
        var rows = (await ReadAsync(Address)).QuerySelectorAll(".members tbody tr");

        Assert.That(rows, Has.Exactly(10).Items);
        Assert.That(rows[4].Texts("th, td"), Is.EqualTo(new[]
        {
            "SMA Negeri 2 Sukamaju", "Lengkap · 1 kiriman", "37", "8", "2", "–", "–", "5.408", "5", "2", "61 detik", "25 Nov 01.30 (5 jam)",
        }));
        Assert.That(rows[4].QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-label")), Has.None.Empty, "on a phone each cell says what it is");
    }

    [Test]
    public async Task Each_chart_has_its_numbers_as_a_table()
    {
        var page = await ReadAsync(Address);

        Assert.That(page.QuerySelectorAll("figure svg").Select(chart => chart.QuerySelectorAll("rect").Length), Is.EqualTo(new[] { 14, 14, 14 }));
        Assert.That(page.QuerySelectorAll("svg").Where(chart => chart.Closest("[aria-hidden=true]") is null), Is.Empty, "who cannot see it is told the numbers");
        Assert.That(Nights(page)[0].Texts("th, td"), Is.EqualTo(new[] { "25 Nov", "65", "14", "3" }));
        Assert.That(Nights(page)[6].Texts("th, td"), Is.EqualTo(new[] { "19 Nov", "tidak dilaporkan" }));
        Assert.That(page.QuerySelectorAll(".shares tbody tr").Select(row => row.Texts("th, td")[1]).First(), Is.EqualTo("28.450"));
        Assert.That(page.QuerySelectorAll("figure rect").Select(bar => double.Parse(bar.GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture)), Has.All.InRange(0, 60));
    }

    [TestCase("/reports", "id")]
    [TestCase(Address, "id")]
    [TestCase(Address, "en")]
    [TestCase("/reports/2026-11-27", "id")]
    [TestCase("/coordinator?back=/reports", "id")]
    public async Task A_page_keeps_to_the_strict_policy_and_the_form_of_all_pages(string address, string language)
    {
        var page = await ReadAsync(address, language);

        Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo(language));
        Assert.That(page.QuerySelectorAll("script:not([src^='/script.js?']), style, iframe, object, embed, base, img, [style], meta[http-equiv]"), Is.Empty);
        Assert.That(page.QuerySelectorAll("*").SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Where(name => name.StartsWith("on", StringComparison.Ordinal) || name.Contains(HostileCatalog.Mark, StringComparison.Ordinal)), Is.Empty);
        Assert.That(page.QuerySelectorAll("h1"), Has.Exactly(1).Items);
        Assert.That(page.Texts("h1, h2, h3, a, button, dt, label, summary, th"), Has.None.Empty);
        Assert.That(page.QuerySelectorAll("[id]").Select(element => element.Id), Is.Unique);
        Assert.That(page.QuerySelectorAll("[aria-labelledby], [aria-describedby]").SelectMany(element => (element.GetAttribute("aria-labelledby") ?? element.GetAttribute("aria-describedby"))!.Split(' ')).Where(id => page.GetElementById(id) is null), Is.Empty);
        Assert.That(page.QuerySelector("meta[name=robots]"), Is.Not.Null);
        var levels = page.QuerySelectorAll("h1, h2, h3").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.That(levels.Zip(levels.Skip(1)).Where(pair => pair.Second > pair.First + 1), Is.Empty);
    }

    [Test]
    public async Task Hostile_names_and_words_stay_text()
    {
        var page = await ReadAsync("/reports/2026-11-27");

        Assert.That(page.QuerySelectorAll($"[{HostileCatalog.Mark}], #{HostileCatalog.Mark}"), Is.Empty);
        Assert.That(page.Texts(".call h3"), Does.Contain(HostileCatalog.Attacks[0]));
    }

    [Test]
    public async Task The_list_has_the_nights_newest_first_and_who_needed_somebody()
    {
        var page = await ReadAsync("/reports");

        Assert.That(page.Texts(".nights h2"), Is.EqualTo(new[] { "Jumat, 27 November 2026", "Kamis, 26 November 2026", "Rabu, 25 November 2026" }));
        Assert.That(page.QuerySelectorAll(".nights li")[2].Texts("p"), Is.EqualTo(new[]
        {
            "5 dari 10 perpustakaan perlu ditangani.", "SMK Negeri 1 Sukamaju · Perpustakaan Daerah Sukamaju · SMA Negeri 1 Sukamaju …",
        }));
        foreach (var link in page.QuerySelectorAll(".nights a").Select(PageReading.Href))
        {
            var night = await ReadAsync(link);
            foreach (var other in night.QuerySelectorAll("main a").Select(PageReading.Href))
            {
                await _coordinator.GetAsync(other);
            }
        }
    }

    [TestCase("/reports/2026-11-24")]
    [TestCase("/reports/2026-11-25.xml")]
    [TestCase("/reports/2026-11-25.csv.csv")]
    [TestCase("/reports/25-11-2026")]
    public async Task What_was_not_kept_is_not_found(string address)
    {
        using var response = await _coordinator.Service.GetAsync(address, ("Cookie", _coordinator.Cookie));

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task The_JSON_is_the_report_as_it_was_kept()
    {
        using var response = await _coordinator.Service.GetAsync(Address + ".json", ("Cookie", _coordinator.Cookie));

        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.EqualTo(Report.ToJson()));
        Assert.That(Encoding.UTF8.GetString(Report.ToJson()), Does.Contain("\"code\": \"name-not-found\"").And.Contain("\"kind\": \"failed\""));
    }

    [Test]
    public async Task The_CSV_has_a_line_a_member_and_runs_nothing_in_a_spreadsheet()
    {
        var lines = (await _coordinator.GetAsync(Address + ".csv", "en")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Exactly(11).Items);
        Assert.That(lines[0], Does.StartWith("\uFEFFnight,member,library,place,outcome,new,changed,unchanged,deleted,set_aside,held,"));
        Assert.That(lines[6], Is.EqualTo(
            "2026-11-25,smk-1,SMK Negeri 1 Sukamaju,Kecamatan Sukamaju,failed,0,0,0,0,0,0,0,5,4,95,1,0,0,3977,2026-11-19T13:54:00Z,466560,failed,"
            + "The name smkn1sukamaju.sch.id was not found on the network.,\"Check the address in the member's configuration, and whether the school's domain is still registered.\""));

        var formula = await _coordinator.GetAsync("/reports/2026-11-27.csv");
        Assert.That(formula, Does.Contain(",'=HYPERLINK(").Or.Contain(",\"'=HYPERLINK("));
    }

    private static IHtmlCollection<IElement> Nights(IHtmlDocument page) => page.QuerySelectorAll("#trend ~ details tbody tr");

    private async Task<IHtmlDocument> ReadAsync(string address, string language = "id") => Parser.ParseDocument(await _coordinator.GetAsync(address, language));

    private static NightReport Hostile() => MadeUpNight.Draw(
    [
        .. HostileCatalog.Attacks.Append("=HYPERLINK(\"http://evil.example\")").Select((attack, number) => MadeUpNight.Fine($"m-{number}", attack, 1, 0, 0, 0) with
        {
            Place = attack,
            Needs = [MadeUpNight.Need(NeedKind.Failed, KnownCauses.SystemFailed(attack, 500, attack))],
            SetAside = [new SetAsideSample(attack, attack)],
            Held = new WaitingRemoval(number, DateTimeOffset.UnixEpoch, 1, 1, [attack]),
        }),
    ]);
}
