using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;
using UnionCatalog.Tests.Harvesting;

namespace UnionCatalog.Tests.SlimsUpload;

/// <summary>A school's SLiMS sends its records, over real HTTP.</summary>
internal sealed class SlimsUploadTests
{
    private UploadService _service = null!;

    [SetUp]
    public async Task Start() => _service = await UploadService.StartAsync();

    [TearDown]
    public async Task Stop() => await _service.DisposeAsync();

    [Test]
    public async Task What_is_uploaded_is_stored_told_in_the_report_and_found_under_its_library()
    {
        var answer = await _service.PostAsync(UploadService.First.Upload((17, "Laskar Pelangi : sebuah novel / Andrea Hirata"), (4, "Kimia SMA kelas XI")));
        await _service.CatchUpAsync();

        Assert.That(answer, Is.EqualTo(("UPLOADED", "2 judul diterima Katalog Induk: 2 baru, 0 diperbarui, 0 tidak berubah.")));
        var run = await _service.LatestRunAsync("sma-1");
        Assert.That((run.Origin, run.Status, run.Counts), Is.EqualTo((RunOrigin.Upload, RunStatus.Completed, new RunCounts { New = 2 })));
        var found = (await _service.Service.GetJsonAsync("/api/search?q=laskar+pelangi")).GetProperty("results")[0];
        var holding = found.GetProperty("holdings")[0];
        Assert.That(
            (holding.GetProperty("library").GetString(), holding.GetProperty("items")[0].GetProperty("callNumber").GetString()),
            Is.EqualTo(("sma-1", "813 HIR 17")));
    }

    [Test]
    public async Task What_is_sent_again_changes_only_what_changed()
    {
        await _service.PostAsync(UploadService.First.Upload((17, "Laskar Pelangi"), (4, "Kimia")));

        Assert.That(
            await _service.PostAsync(UploadService.First.Upload((17, "Laskar Pelangi"), (4, "Kimia SMA"), (5, "Fisika"))),
            Is.EqualTo(("UPLOADED", "3 judul diterima Katalog Induk: 1 baru, 1 diperbarui, 1 tidak berubah.")));
        Assert.That(await _service.TitleAsync("sma-1", 4), Is.EqualTo("Kimia SMA"));
    }

    [TestCase("ucpoll.php", "uc-ops.php")]
    [TestCase("ucs.php", "ucs.php")]
    [TestCase("/ucpoll.php", "/uc-ops.php", TestName = "The_servers_address_was_entered_with_a_slash_at_its_end")]
    public async Task Each_address_that_SLiMS_knows_takes_what_it_sends_there(string upload, string delete)
    {
        Assert.That((await _service.PostAsync(UploadService.First.Upload((17, "Laskar Pelangi")), upload)).Status, Is.EqualTo("UPLOADED"));
        Assert.That((await _service.PostAsync(UploadService.First.Delete("17"), delete)).Status, Is.EqualTo("DELETED"));
        Assert.That(await _service.CountAsync("sma-1"), Is.Zero);
    }

    [Test]
    public async Task What_is_deleted_in_SLiMS_goes_and_what_is_not_there_does_no_harm()
    {
        await _service.PostAsync(UploadService.First.Upload((17, "Laskar Pelangi"), (4, "Kimia"), (5, "Fisika")));

        Assert.That(
            await _service.PostAsync(UploadService.First.Delete("17,4,99"), "uc-ops.php"),
            Is.EqualTo(("DELETED", "2 judul dihapus dari Katalog Induk. 1 memang tidak ada di sana.")));
        Assert.That(await _service.PostAsync(UploadService.First.Delete("99"), "uc-ops.php"), Is.EqualTo(("DELETED", "0 judul dihapus dari Katalog Induk. 1 memang tidak ada di sana.")));
        Assert.That((await _service.CountAsync("sma-1"), await _service.TitleAsync("sma-1", 5)), Is.EqualTo((1, "Fisika")));
        Assert.That((await _service.PostAsync(UploadService.First.Upload((17, "Laskar Pelangi")))).Message, Does.Contain("1 baru"), "and comes again");
    }

    [Test]
    public async Task A_school_touches_only_its_own_records()
    {
        await _service.PostAsync(UploadService.First.Upload((17, "Laskar Pelangi"), (4, "Kimia")));
        await _service.PostAsync(UploadService.Second.Upload((17, "Sang Pemimpi")));
        await _service.PostAsync(UploadService.Second.Delete("17,4"), "uc-ops.php");

        Assert.That(await _service.TitleAsync("sma-1", 17), Is.EqualTo("Laskar Pelangi"));
        Assert.That((await _service.CountAsync("sma-1"), await _service.CountAsync("sma-2")), Is.EqualTo((2, 0)));
    }

    [TestCase("sman1", "melati putih")]
    [TestCase("sman1", "")]
    [TestCase("sman9", "bunga rampai")]
    [TestCase("", "")]
    [TestCase("sma-3", "bunga rampai", TestName = "A_member_that_is_harvested_does_not_upload_however_right_its_password")]
    public async Task Whoever_is_not_known_stores_and_removes_nothing(string id, string password)
    {
        await _service.PostAsync(UploadService.First.Upload((17, "Laskar Pelangi")));
        var stranger = new Node(id, password);

        Assert.That((await _service.PostAsync(stranger.Upload((17, "Lain")))).Status, Is.EqualTo("NOT_AUTHORIZED"));
        Assert.That((await _service.PostAsync(stranger.Delete("17"), "uc-ops.php")).Status, Is.EqualTo("NOT_AUTHORIZED"));
        Assert.That(await _service.TitleAsync("sma-1", 17), Is.EqualTo("Laskar Pelangi"));
        Assert.That((await _service.Store.ListRunsAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task After_wrong_passwords_the_address_behind_the_web_server_waits_and_others_do_not()
    {
        var wrong = (UploadService.First with { Password = "melati putih" }).Upload((1, "Lain"));
        for (var guess = 0; guess < 5; guess++)
        {
            Assert.That((await PostFromAsync(wrong, "198.51.100.7")).Message, Does.StartWith("ID peladen atau kata sandi peladen tidak cocok"));
        }

        var right = UploadService.First.Upload((17, "Laskar Pelangi"));
        Assert.That(await PostFromAsync(right, "198.51.100.7"), Is.EqualTo(("NOT_AUTHORIZED", "Terlalu banyak kata sandi yang salah. Periksa Pengaturan UCS, lalu coba lagi dalam 15 menit.")));
        Assert.That((await PostFromAsync(right, "192.0.2.10")).Status, Is.EqualTo("UPLOADED"));
    }

    [Test]
    public async Task What_cannot_be_read_is_set_aside_with_its_bytes_and_named_and_the_rest_is_stored()
    {
        var data = new JsonObject
        {
            ["17"] = Node.Biblio(17, "Laskar Pelangi"),
            ["23"] = new JsonObject { ["biblio_id"] = "23" },
            ["24"] = "Kimia",
            ["x"] = new JsonObject { ["title"] = "Fisika" },
        };

        var answer = await _service.PostAsync(UploadService.First.Send(data));

        Assert.That(answer, Is.EqualTo(("UPLOADED",
            "1 judul diterima Katalog Induk: 1 baru, 0 diperbarui, 0 tidak berubah. 3 judul tidak terbaca (nomor 23, 24): buka dan simpan lagi di SLiMS, lalu kirim lagi.")));
        var run = await _service.LatestRunAsync("sma-1");
        var aside = await _service.Store.ListSetAsideAsync(run.Id, 10, default);
        Assert.That(aside.Select(record => (record.Identifier, Encoding.UTF8.GetString(record.Bytes.Span))), Is.EqualTo(new[]
        {
            ("slims-23", """{"biblio_id":"23"}"""), ("slims-24", "\"Kimia\""), (null, """{"title":"Fisika"}"""),
        }));
    }

    [Test]
    public async Task Whatever_the_content_type_and_the_encoding_it_is_read()
    {
        foreach (var type in (string?[])[null, "text/json", "application/x-www-form-urlencoded", "multipart/form-data"])
        {
            using var body = Node.Body(UploadService.First.Upload((17, "Laskar Pelangi")));
            body.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
            Assert.That((await _service.PostAsync(body)).Status, Is.EqualTo("UPLOADED"), type);
        }

        var json = UploadService.First.Upload((18, "Café")).Replace("\\u00E9", "é", StringComparison.Ordinal);
        foreach (var encoding in (Encoding[])[Encoding.Latin1, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)])
        {
            using var body = new ByteArrayContent([.. encoding.GetPreamble(), .. encoding.GetBytes(json)]);
            Assert.That((await _service.PostAsync(body)).Status, Is.EqualTo("UPLOADED"), encoding.EncodingName);
            Assert.That(await _service.TitleAsync("sma-1", 18), Is.EqualTo("Café"), encoding.EncodingName);
        }
    }

    [TestCase("", "NO_DATA")]
    [TestCase(" \r\n", "NO_DATA")]
    [TestCase("false", "NOT_AUTHORIZED")]
    [TestCase("[]", "NOT_AUTHORIZED")]
    [TestCase("{", "JSON_ERROR")]
    [TestCase("itemID[]=17", "JSON_ERROR")]
    [TestCase("<html></html>", "JSON_ERROR")]
    public async Task What_is_no_message_gets_a_status_word_as_well(string body, string status) =>
        Assert.That((await _service.PostAsync(body)).Status, Is.EqualTo(status));

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("false")]
    [TestCase("null")]
    [TestCase("""{"operation":"delete","biblio":""}""")]
    [TestCase("""{"operation":"delete","biblio":"0) OR (1=1"}""")]
    public async Task An_order_for_nothing_does_nothing(string data)
    {
        await _service.PostAsync(UploadService.First.Upload((17, "Laskar Pelangi")));

        Assert.That((await _service.PostAsync(UploadService.First.Send(JsonNode.Parse(data)), "uc-ops.php")).Status, Is.EqualTo("NO_DATA"));
        Assert.That(await _service.CountAsync("sma-1"), Is.EqualTo(1));
    }

    [Test]
    public async Task Whoever_opens_the_address_in_a_browser_is_told_that_there_is_something()
    {
        using var response = await _service.Service.GetAsync("/ucpoll.php");

        Assert.That((await UploadService.ReadAsync(response)).Status, Is.EqualTo("NO_DATA"));
    }

    [Test]
    public async Task A_library_of_five_thousand_is_sent_fifty_at_a_time()
    {
        for (var first = 1; first <= 5_000; first += 50)
        {
            var biblios = Enumerable.Range(first, 50).Select(number => (number, $"Judul {number}")).ToArray();
            Assert.That((await _service.PostAsync(UploadService.First.Upload(biblios))).Message, Does.StartWith("50 judul diterima"));
        }

        Assert.That(await _service.CountAsync("sma-1"), Is.EqualTo(5_000));
        var runs = await _service.Store.ListRunsAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default);
        Assert.That((runs.Count, runs.Sum(run => run.Counts.New)), Is.EqualTo((100, 5_000)));
    }

    [Test]
    public async Task Uploads_of_one_school_at_the_same_time_take_turns()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(screen =>
            _service.PostAsync(UploadService.First.Upload([.. Enumerable.Range(1, 50).Select(number => (screen * 50 + number, $"Judul {number}"))]))));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo("UPLOADED"));
        Assert.That(await _service.CountAsync("sma-1"), Is.EqualTo(600));
    }

    [Test]
    public async Task An_upload_that_was_cut_off_does_not_bar_the_next()
    {
        var start = new RunStart { Origin = RunOrigin.Upload, Scope = HarvestScope.Incremental, MetadataPrefix = "slims", Started = DateTimeOffset.UtcNow };
        var cutOff = await _service.Store.BeginRunAsync(new("sma-1"), start, default);

        Assert.That((await _service.PostAsync(UploadService.First.Upload((17, "Laskar Pelangi")))).Status, Is.EqualTo("UPLOADED"));
        var ended = (await _service.Store.ListRunsAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default)).Single(run => run.Id == cutOff.Id);
        Assert.That((ended.Status, ended.Failure), Is.EqualTo((RunStatus.Failed, "The service stopped before what the library sent was stored whole. Ask the library to send it again.")));
    }

    [Test]
    public async Task What_is_uploaded_can_be_searched_for_without_anybody_asking_for_it()
    {
        var worker = _service.Service.Services.GetRequiredService<CatalogWorker>();
        await worker.StartAsync(default);
        await _service.PostAsync(UploadService.First.Upload((17, "Laskar Pelangi")));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30)); // half of what it would take unasked
        while ((await _service.Service.GetJsonAsync("/api/search?q=laskar+pelangi")).GetProperty("total").GetInt64() == 0)
        {
            patience.Token.ThrowIfCancellationRequested();
        }

        await worker.StopAsync(default);
    }

    [Test]
    public async Task A_school_that_moves_to_OAI_PMH_has_each_book_once()
    {
        await _service.PostAsync(UploadService.First.Upload((17, "Laskar Pelangi"), (4, "Kimia")));
        await using var slims = await ReplayServer.StartAsync();
        slims.On("verb=Identify", Harvesting.Pages.Identify());
        slims.On("verb=ListRecords&metadataPrefix=oai_dc", Harvesting.Pages.List(Harvesting.Pages.Record("oai:sma-1.example:slims-17")));
        var member = UploadService.NewMember("sma-1", new OaiPmhSource { BaseUrl = slims.Address, MetadataPrefix = "oai_dc", TrustDates = false, Sweep = SweepMode.Always });

        var run = await _service.Service.Services.GetRequiredService<Harvester>().HarvestAsync(member, HarvestScope.Incremental, null, default);

        Assert.That((run!.Failure, run.Counts.New, run.Counts.Deleted), Is.EqualTo(((string?)null, 1, 2)));
        Assert.That(await _service.CountAsync("sma-1"), Is.EqualTo(1));
        Assert.That(await _service.TitleAsync("sma-1", 17), Is.Null, "the record goes by another name now");
    }

    private async Task<(string Status, string Message)> PostFromAsync(string json, string address)
    {
        using var body = Node.Body(json);
        return await _service.PostAsync(body, from: address);
    }
}
