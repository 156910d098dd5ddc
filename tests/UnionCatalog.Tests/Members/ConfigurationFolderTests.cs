using System.Text;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Members;

internal sealed class ConfigurationFolderTests
{
    private const string Good = """{ "name": "A", "kind": "other", "place": "B", "oaiPmh": { "baseUrl": "http://a.example/oai" } }""";

    private static IEnumerable<string> WrongFiles() =>
        Directory.EnumerateFiles(Places.Case("Members/wrong"), "*.json*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(WrongFiles))]
    public void A_wrong_file_gets_every_error_that_its_case_names(string file)
    {
        var reading = Load(Places.Case("Members/wrong"));

        var expected = File.ReadLines(Places.Case("Members/wrong/expected.txt")).Where(line => line.StartsWith($"{file}, ", StringComparison.Ordinal));
        Assert.That(reading.Errors.Where(error => error.File == file).Select(error => error.ToString()), Is.EqualTo(expected));
        Assert.That(reading.Errors.Any(error => error.File == file), "a case without errors is not wrong");
    }

    [Test]
    public void One_wrong_file_leaves_no_members()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("a.json"), Good);
        File.WriteAllText(folder.File("b.json"), "{}");

        var reading = Load(folder.Path);

        Assert.That(reading.Members, Is.Empty);
        Assert.That(reading.Errors.Select(error => error.File), Is.All.EqualTo("b.json"));
    }

    [Test]
    public void Two_libraries_of_one_node_id_are_told()
    {
        using var folder = new TempFolder();
        foreach (var (name, node) in new[] { ("a", "SMAN1"), ("b", "sman2"), ("sman1", "") })
        {
            var upload = node.Length == 0 ? "{}" : $$"""{ "nodeId": "{{node}}" }""";
            File.WriteAllText(folder.File($"{name}.json"), $$"""{ "name": "A", "kind": "other", "place": "B", "slimsUpload": {{upload}}, "passwordHash": "pbkdf2-sha256$600000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" }""");
        }

        Assert.That(
            Load(folder.Path).Errors.Select(error => error.ToString()),
            Is.EqualTo(["sman1.json, $.slimsUpload.nodeId: is the same as that of a.json (\"SMAN1\"); each library needs its own"]));
    }

    [Test]
    public void Only_the_folders_own_json_files_count()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("b.json"), Good);
        File.WriteAllText(folder.File("a.json"), Good);
        File.WriteAllText(folder.File("schema.json"), "not a member");
        File.WriteAllText(folder.File("a.json.bak"), "not a member");
        Directory.CreateDirectory(folder.File("examples"));
        File.WriteAllText(folder.File("examples/c.json"), Good);

        Assert.That(Load(folder.Path).Members.Select(member => member.Id.Value), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void A_file_with_only_what_is_needed_gets_the_defaults()
    {
        var member = LoadOne(Encoding.UTF8.GetBytes(Good)).Members.Single();

        Assert.That(member.Oai(), Is.EqualTo(new OaiPmhSource { BaseUrl = new Uri("http://a.example/oai"), Sets = member.Oai().Sets }));
        Assert.That(member.Oai().Sets, Is.Empty);
        Assert.That((member.Website, member.RecordLink, member.Holdings.ItemTag), Is.EqualTo(((Uri?)null, (string?)null, (string?)null)));
        Assert.That((member.Regency, member.Province, member.Position, member.Visit), Is.EqualTo(((string?)null, (string?)null, (GeoPosition?)null, new VisitorInformation())));
    }

    [Test]
    public void Every_key_counts()
    {
        var member = Load(Path.Combine(Places.Root, "harvest-configs", "examples")).Members.Single(m => m.Id == new SourceId("generic"));

        Assert.That(member.Kind, Is.EqualTo(LibraryKind.Other));
        Assert.That((member.Regency, member.Province, member.Position), Is.EqualTo(("Kabupaten Contoh", "Jawa Tengah", new GeoPosition(-7.5012, 110.2243))));
        Assert.That(member.Visit, Is.EqualTo(new VisitorInformation
        {
            Address = "Jl. Melati No. 2, Desa Contoh 56199",
            Phone = "0812-3456-7890",
            Email = "tbm@example.org",
            OpeningHours = "Setiap hari 15.00–20.00",
            LendingPolicy = "Siapa saja boleh meminjam dua buku selama seminggu; cukup menulis nama di buku pinjaman.",
        }));
        Assert.That(member.RecordLink, Is.EqualTo("https://tbm.example.org/catalogue/{identifier}"));
        Assert.That(member.Oai().MetadataPrefix, Is.EqualTo("marcxml"));
        Assert.That(member.Holdings.CallNumber, Is.EqualTo("ch"));
        Assert.That(member.Holdings.StatusFlags.Keys, Is.EqualTo(new[] { "x", "d" }));
        Assert.That(member.Holdings.StatusWords["DIPINJAM"], Is.EqualTo(ItemStatus.OnLoan));
    }

    [TestCase("schedule", "\"0 30 20 ? * FRI\"", "0 30 20 ? * FRI")]
    [TestCase("timeZone", "\"Asia/Jayapura\"", "Asia/Jayapura")]
    [TestCase("spreadMinutes", "1440", "1.00:00:00")]
    [TestCase("overlapMinutes", "10080", "7.00:00:00")]
    [TestCase("requestTimeoutSeconds", "5", "00:00:05")]
    [TestCase("harvestTimeoutMinutes", "2880.0", "2.00:00:00")]
    [TestCase("retries", "0", "0")]
    [TestCase("sets", "[\"a:b\", \"c\"]", "a:b c")]
    [TestCase("sweep", "\"weekly\"", "Weekly")]
    [TestCase("trustDates", "false", "False")]
    [TestCase("tokens", "\"with-prefix\"", "WithPrefix")]
    [TestCase("delaySeconds", "3", "00:00:03")]
    [TestCase("allowedHours", "\"20:00-05:30\"", "HourRange { From = 20:00, To = 05:30 }")]
    [TestCase("requestsPerDay", "2000", "2000")]
    [TestCase("archiveDays", "30", "30")]
    public void A_key_of_the_source_changes_what_it_names(string key, string value, string expected)
    {
        var json = Good.Replace("\"baseUrl\"", $"\"{key}\": {value}, \"baseUrl\"", StringComparison.Ordinal);
        var source = LoadOne(Encoding.UTF8.GetBytes(json)).Members.Single().Oai();
        object? read = key switch
        {
            "schedule" => source.Schedule,
            "timeZone" => source.TimeZone,
            "spreadMinutes" => source.Spread,
            "overlapMinutes" => source.Overlap,
            "requestTimeoutSeconds" => source.RequestTimeout,
            "harvestTimeoutMinutes" => source.HarvestTimeout,
            "retries" => source.Retries,
            "sweep" => source.Sweep,
            "trustDates" => source.TrustDates,
            "tokens" => source.Tokens,
            "delaySeconds" => source.Delay,
            "allowedHours" => source.AllowedHours,
            "requestsPerDay" => source.RequestsPerDay,
            "archiveDays" => source.ArchiveDays,
            _ => string.Join(' ', source.Sets),
        };

        Assert.That(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{read}"), Is.EqualTo(expected));
    }

    [Test]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.That(LoadOne([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]).Members, Has.Count.EqualTo(1));

    [Test]
    public void Other_encodings_and_endless_files_are_refused_in_plain_words()
    {
        Assert.That(LoadOne([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)]).Errors.Single().Message, Does.Contain("UTF-16; save it as UTF-8"));
        Assert.That(LoadOne([.. "{ \"name\": \""u8, 0xE9, .. "\" }"u8]).Errors.Single().Message, Does.StartWith("the file is not UTF-8 (at byte 11)"));
        Assert.That(LoadOne(new byte[ConfigurationFolder.MaxFileBytes + 1]).Errors.Single().Message, Does.Contain("larger than 256 kilobytes"));
        Assert.That(LoadOne(Encoding.UTF8.GetBytes(new string('[', 100))).Errors.Single().Message, Does.StartWith("is not JSON"));
    }

    [Test]
    public void A_folder_that_is_not_there_is_an_error() =>
        Assert.That(Load("/no/such/harvest-configs").Errors.Single().ToString(), Does.StartWith("harvest-configs, $: the folder cannot be read"));

    [Test]
    public void Random_damage_gives_errors_and_never_an_exception()
    {
        var whole = File.ReadAllBytes(Path.Combine(Places.Root, "harvest-configs", "examples", "generic.json"));
        var random = new Random(5);
        using var folder = new TempFolder();
        for (var round = 0; round < 400; round++)
        {
            var damaged = whole.ToArray();
            for (var hit = random.Next(1, 4); hit > 0; hit--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(folder.File("a.json"), damaged[..random.Next(damaged.Length - 200, damaged.Length)]);
            Assert.That(() => Load(folder.Path), Throws.Nothing);
        }
    }

    private static ConfigurationReading LoadOne(byte[] bytes)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("a.json"), bytes);
        return Load(folder.Path);
    }

    private static ConfigurationReading Load(string folder) =>
        ConfigurationFolder.Load(folder, schedule => schedule.Contains('?', StringComparison.Ordinal) ? null : "one of the two days must be \"?\"");
}
