using System.Text;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Members;

/// <summary>A preset says what is usual for a system; the file says what is not.</summary>
internal sealed class MemberPresetsTests
{
    private const string Slims = """ "oaiPmh": { "baseUrl": "https://perpus.sch.id/slims/oai2.php" } """;

    [TestCaseSource(typeof(MemberPresets), nameof(MemberPresets.Names))]
    public void Every_preset_makes_a_member_that_is_right(string name)
    {
        var member = Read($$""" "preset": "{{name}}", {{Slims}} """);

        Assert.That(member.Oai().BaseUrl, Is.EqualTo(new Uri("https://perpus.sch.id/slims/oai2.php")));
        Assert.That(member.RecordLink ?? "https://x/{number}", Does.StartWith("https://").And.Contains("{number}").And.Not.Contains("{base}").And.Not.Contains("{origin}"));
    }

    [Test]
    public void A_preset_chooses_the_sweep_the_trust_the_tokens_the_link_and_the_holdings()
    {
        var member = Read($$""" "preset": "slims9-oai2", {{Slims}} """);

        Assert.That(
            (member.Oai().Sweep, member.Oai().TrustDates, member.Oai().Tokens, member.Oai().MetadataPrefix),
            Is.EqualTo((SweepMode.Always, false, TokenForm.Raw, "oai_dc")));
        Assert.That(member.RecordLink, Is.EqualTo("https://perpus.sch.id/slims/index.php?p=show_detail&id={number}"));
        Assert.That(member.Holdings.CallNumberInIdentifier);
    }

    [Test]
    public void What_the_file_says_goes_before_what_the_preset_says()
    {
        var member = Read("""
            "preset": "slims9-oai2", "recordLink": "https://x/{identifier}", "holdings": { "barcodesInHasPart": false },
            "oaiPmh": { "baseUrl": "https://perpus.sch.id/oai2.php", "trustDates": true, "sweep": "weekly" }
            """);

        Assert.That((member.Oai().Sweep, member.Oai().TrustDates, member.Oai().Tokens), Is.EqualTo((SweepMode.Weekly, true, TokenForm.Raw)));
        Assert.That(member.RecordLink, Is.EqualTo("https://x/{identifier}"));
        Assert.That((member.Holdings.CallNumberInIdentifier, member.Holdings.BarcodesInHasPart), Is.EqualTo((true, false)), "changes count from the preset's holdings");
    }

    [Test]
    public void Holdings_that_name_a_preset_of_their_own_start_from_that_one()
    {
        var member = Read($$""" "preset": "slims8", "holdings": { "preset": "koha", "note": "x" }, {{Slims}} """);

        Assert.That((member.Holdings.ItemTag, member.Holdings.Note, member.Holdings.CallNumberInIdentifier), Is.EqualTo(("952", "x", false)));
    }

    [Test]
    public void A_preset_for_oai_pmh_leaves_another_way_in_alone()
    {
        var member = Read(""" "preset": "koha", "sru": { "baseUrl": "https://koha.sch.id/sru" } """);

        Assert.That(member.Source, Is.EqualTo(new SruSource { BaseUrl = new Uri("https://koha.sch.id/sru") }));
        Assert.That(member.RecordLink, Is.EqualTo("https://koha.sch.id/cgi-bin/koha/opac-detail.pl?biblionumber={number}"));
        Assert.That(Read(""" "preset": "koha", "files": {} """).RecordLink, Is.Null, "files have no address to make a link of");
    }

    [TestCase("""  """, "does not say how its records come")]
    [TestCase(""" "files": {}, "slimsUpload": {} """, "keep one")]
    [TestCase(""" "preset": "slims", "files": {} """, "must be one of")]
    [TestCase(""" "oaiPmh": { "baseUrl": "http://x/", "allowedHours": "20:00-25:00" } """, "is not a part of the day")]
    [TestCase(""" "slimsUpload": {}, "passwordHash": "rahasia" """, "what the command hash-password prints")]
    [TestCase(""" "slimsUpload": {}, "passwordHash": "pbkdf2-sha256$1000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" """, "what the command hash-password prints")]
    [TestCase(""" "slimsUpload": {} """, "needs \"passwordHash\" beside it")]
    public void A_mistake_in_the_way_in_is_told(string keys, string told) =>
        Assert.That(Load(keys).Errors.Select(error => error.Message), Has.Some.Contains(told));

    [Test]
    public void Every_way_in_is_read_with_what_it_says()
    {
        Assert.That(
            Read(""" "sru": { "baseUrl": "http://x/sru", "version": "2.0", "recordSchema": "mods", "query": "dc.title=a", "pageSize": 10, "rangeIndex": "dc.date", "delaySeconds": 2 } """).Source,
            Is.EqualTo(new SruSource
            {
                BaseUrl = new Uri("http://x/sru"), Version = "2.0", RecordSchema = "mods", Query = "dc.title=a", PageSize = 10, RangeIndex = "dc.date", Delay = TimeSpan.FromSeconds(2),
            }));
        var files = (FilesSource)Read(""" "files": { "folder": "drop/x", "contents": "changes", "columns": { "Rak": "location" }, "delimiter": ";", "encoding": "utf-16" } """).Source;
        Assert.That((files.Folder, files.Contents, files.Columns["rak"], files.Delimiter, files.Encoding), Is.EqualTo(("drop/x", FileContents.Changes, "location", ";", "utf-16")));
        Assert.That(Read(""" "slimsUpload": { "nodeId": "sman1" }, "passwordHash": "pbkdf2-sha256$600000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" """).Source, Is.EqualTo(new SlimsUploadSource { NodeId = "sman1" }));
    }

    [Test]
    public void A_part_of_the_day_may_go_over_midnight()
    {
        var night = HourRange.Parse("20:00-05:00")!.Value;

        Assert.That(new[] { "20:00", "23:59", "00:00", "04:59" }.Select(TimeOnly.Parse), Is.All.Matches<TimeOnly>(night.Contains));
        Assert.That(new[] { "05:00", "12:00", "19:59" }.Select(TimeOnly.Parse), Is.All.Matches<TimeOnly>(time => !night.Contains(time)));
        Assert.That(HourRange.Parse("00:00-00:00")!.Value.Contains(new TimeOnly(12, 0)), "the whole day");
    }

    private static Member Read(string keys)
    {
        var reading = Load(keys);
        Assert.That(reading.Errors, Is.Empty);
        return reading.Members.Single();
    }

    private static ConfigurationReading Load(string keys)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(
            folder.File("a.json"),
            Encoding.UTF8.GetBytes($$"""{ "name": "A", "kind": "other", "place": "B"{{(string.IsNullOrWhiteSpace(keys) ? "" : ", " + keys)}} }"""));
        return ConfigurationFolder.Load(Path.GetDirectoryName(folder.File("a.json"))!);
    }
}
