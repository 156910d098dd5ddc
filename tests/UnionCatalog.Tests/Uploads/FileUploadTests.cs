using System.Net;
using System.Text;
using System.Text.Json;
using UnionCatalog.Records;
using UnionCatalog.Store;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Uploads;

/// <summary>A library sends its list by the page and by the API, over the network.</summary>
internal sealed class FileUploadTests
{
    private static readonly byte[] Sheet = Encoding.UTF8.GetBytes(UploadingMember.Sheet);

    private RunningService _service = null!;

    [SetUp]
    public async Task Start() => _service = await UploadingMember.StartAsync();

    [TearDown]
    public async Task Stop() => await _service.DisposeAsync();

    [Test]
    public async Task A_list_is_shown_put_right_and_stored()
    {
        var address = await SendAsync(Sheet);
        var shown = await ReadAsync(address);
        Assert.That(shown, Does.Contain("Laskar Pelangi").And.Contain("ISBN ini dirusak").And.Contain("Baris 5").And.Contain("<option value=\"ItemNumber\" selected>"));
        Assert.That(await CountLiveAsync(), Is.Zero);

        // "Sumber" is not recognised: the librarian says that it is a note.
        using var again = await PostAsync(address, ("column8", "Note"), ("do", "look"));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(await ReadAsync(address), Does.Contain("<option value=\"Note\" selected>"));

        using var done = await PostAsync(address, ("do", "store"));
        Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var record = (HarvestedRecord.Live)(await _service.Data.Store.Harvests.FindRecordAsync(new(new(UploadingMember.Id), "item:0001"), default))!;
        Assert.That(Encoding.UTF8.GetString(record.Metadata.Span), Does.Contain("\"note\":\"BOS\""));
        Assert.That(await CountLiveAsync(), Is.EqualTo(2));

        using var twice = await _service.Client.GetAsync(address);
        Assert.That(twice.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "what is stored waits no more");
        Assert.That(await ReadAsync(await SendAsync(Sheet)), Does.Contain("<option value=\"Note\" selected>"), "what was put right is so next month");
    }

    [Test]
    public async Task A_wrong_password_stores_and_keeps_nothing()
    {
        using var refused = await _service.Client.PostAsync(Page, UploadingMember.Form("salah", Sheet));

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(Directory.Exists(Path.Combine(_service.Folder, "uploads")), Is.False);
    }

    [TestCase("--x\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nabc")]
    [TestCase("--x\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nrahasia\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nJudul")]
    [TestCase("--x\r\nContent-Dispo")]
    [TestCase("--x")]
    [TestCase("")]
    public async Task A_form_that_breaks_off_is_asked_for_again(string body)
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        using var answer = await _service.Client.PostAsync(Page, content);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Guessing_closes_the_door()
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 25; i++)
        {
            using var answer = await _service.Client.SendAsync(UploadingMember.ApiRequest(Api, UploadingMember.Id, $"salah {i}", new ByteArrayContent(Sheet)));
            answers.Add(answer.StatusCode);
        }

        Assert.That(answers[0], Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answers[^1], Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [TestCase("/upload/nobody")]
    [TestCase("/upload/lain")]
    [TestCase("/upload/sdn-2-sukamaju/0123456789abcdef0123456789abcdef")]
    [TestCase("/upload/sdn-2-sukamaju/..%2F..%2Fcatalog.db")]
    public async Task Who_does_not_send_files_has_no_page(string address)
    {
        using var answer = await _service.GetAsync(address);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_file_by_the_name_of_a_path_stays_in_its_folder()
    {
        using var answer = await _service.Client.PostAsync(Page, UploadingMember.Form(UploadingMember.Password, Sheet, "../../../evil.csv"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(Directory.GetFiles(Path.Combine(_service.Folder, "uploads"), "evil.csv", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_spreadsheet_that_was_not_saved_as_csv_is_told_kindly()
    {
        var address = await SendAsync([.. "PK"u8, 3, 4, .. "xl/workbook.xml"u8], "daftar.xlsx");

        Assert.That(await ReadAsync(address), Does.Contain("Simpan sebagai").And.Not.Contain("value=\"store\""));
    }

    [Test]
    public async Task A_table_without_a_title_is_put_right_by_hand()
    {
        var address = await SendAsync("Nama,Alamat\nLaskar Pelangi,Andrea Hirata\n"u8.ToArray());
        Assert.That(await ReadAsync(address), Does.Not.Contain("value=\"store\""));

        using var again = await PostAsync(address, ("column0", "Title"), ("column1", "Author"), ("do", "look"));

        Assert.That(await ReadAsync(address), Does.Contain("value=\"store\"").And.Contain("Andrea Hirata"));
    }

    [Test]
    public async Task What_goes_beyond_the_limit_is_refused_and_other_doors_stay_narrow()
    {
        using var large = await _service.Client.PostAsync(Page, UploadingMember.Form(UploadingMember.Password, new byte[65 << 20]));
        Assert.That(large.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(_service.Folder, "uploads")), Is.Empty);

        using var other = await _service.Client.PostAsync($"{Page}/0123456789abcdef0123456789abcdef", new ByteArrayContent(new byte[1 << 20]));
        Assert.That((int)other.StatusCode, Is.AnyOf(400, 404, 413));
    }

    [Test]
    public async Task A_name_that_is_too_long_for_the_disk_is_cut()
    {
        var address = await SendAsync(Sheet, new string('書', 200) + ".csv");

        Assert.That(await ReadAsync(address), Does.Contain("value=\"store\""));
    }

    [Test]
    public async Task The_api_shows_and_stores()
    {
        var preview = await ApiAsync($"{Api}?dryRun=true&name=daftar.csv");
        Assert.That(preview.GetProperty("records").GetInt64(), Is.EqualTo(2));
        Assert.That(preview.GetProperty("columns")[1].GetProperty("field").GetString(), Is.EqualTo("title"));
        Assert.That(await CountLiveAsync(), Is.Zero);

        var receipt = await ApiAsync(Api);
        Assert.That(receipt.GetProperty("new").GetInt64(), Is.EqualTo(2));
        Assert.That(await CountLiveAsync(), Is.EqualTo(2));
        Assert.That(Directory.GetDirectories(Path.Combine(_service.Folder, "uploads")), Is.Empty);
    }

    [TestCase(UploadingMember.Id, UploadingMember.Password)]
    [TestCase(UploadingMember.Id, UploadingMember.NeighboursPassword)]
    [TestCase(UploadingMember.Neighbour, UploadingMember.Password)]
    [TestCase("", "")]
    public async Task A_member_cannot_send_in_anothers_name(string user, string password)
    {
        using var answer = await _service.Client.SendAsync(
            UploadingMember.ApiRequest($"/api/members/{UploadingMember.Neighbour}/files", user, password, new ByteArrayContent(Sheet)));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private const string Page = "/upload/" + UploadingMember.Id;

    private const string Api = "/api/members/" + UploadingMember.Id + "/files";

    private async Task<string> SendAsync(byte[] file, string name = "daftar buku.csv")
    {
        using var answer = await _service.Client.PostAsync(Page, UploadingMember.Form(UploadingMember.Password, file, name));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    private async Task<string> ReadAsync(string address) => await _service.Client.GetStringAsync(address);

    private Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        _service.Client.PostAsync(address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private async Task<JsonElement> ApiAsync(string address)
    {
        using var answer = await _service.Client.SendAsync(UploadingMember.ApiRequest(address, UploadingMember.Id, UploadingMember.Password, new ByteArrayContent(Sheet)));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<long> CountLiveAsync() => (await _service.Data.Store.Harvests.CountLiveAsync(default)).GetValueOrDefault(new SourceId(UploadingMember.Id));
}
