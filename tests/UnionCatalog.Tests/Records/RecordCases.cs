using System.Text;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Records;

/// <summary>
/// Cases/Records/DublinCore, Mods and Slims: a record in name.xml or name.json, the lines it must give in name.txt. A first line such as
/// "mapping=slims oai2" there says where the source keeps its items.
/// </summary>
internal sealed class RecordCases
{
    [TestCase("DublinCore", MetadataFormat.OaiDc)]
    [TestCase("Mods", MetadataFormat.Mods)]
    [TestCase("Slims", MetadataFormat.Slims)]
    public void Records_are_read_as_the_cases_say(string folder, MetadataFormat format)
    {
        var files = Directory.GetFiles(Places.Case($"Records/{folder}")).Where(file => !file.EndsWith(".txt", StringComparison.Ordinal));
        Assert.That(files, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var file in files)
            {
                var expected = File.ReadAllLines(Path.ChangeExtension(file, ".txt")).ToList();
                var mapping = expected[0].StartsWith("mapping=", StringComparison.Ordinal) ? expected[0] : "mapping=plain";
                expected.Remove(mapping);
                var lines = RecordLines.Of(RecordReader.Read(format, File.ReadAllBytes(file), Mappings.Named(mapping)));
                Assert.That(lines, Is.EqualTo(expected), Path.GetFileName(file));
            }
        }
    }

    [Test]
    public void A_megabyte_of_title_is_cut_and_read()
    {
        var xml = $"<dc><title>{new string('a', 1_000_000)} : b</title></dc>";
        var record = ((RecordReading.Readable)RecordReader.Read(MetadataFormat.OaiDc, Encoding.UTF8.GetBytes(xml), new())).Record;
        Assert.That(record.Title.Proper, Has.Length.EqualTo(100_000));
    }

    [TestCase("<!DOCTYPE dc [<!ENTITY a \"b\">]><dc><title>&a;</title></dc>")]
    [TestCase("<!DOCTYPE dc SYSTEM \"file:///etc/passwd\"><dc/>")]
    [TestCase("<dc><title>&unknown;</title></dc>")]
    [TestCase("<dc><title>cut sho")]
    [TestCase("<dc><title>a</dc></title>")]
    [TestCase("<html><body>Data Not Found!</body></html>")]
    [TestCase("<x:dc/>")]
    [TestCase("just text")]
    [TestCase("{}")]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("<")]
    public void What_is_no_record_is_unreadable(string xml)
    {
        foreach (var format in new[] { MetadataFormat.OaiDc, MetadataFormat.Mods })
        {
            var reading = RecordReader.Read(format, Encoding.UTF8.GetBytes(xml), new());
            Assert.That(reading, Is.InstanceOf<RecordReading.Unreadable>());
        }
    }

    [Test]
    public void An_entity_bomb_is_unreadable()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">"));
        var xml = $"<!DOCTYPE dc [<!ENTITY e0 \"lol\">{entities}]><dc><title>&e9;</title></dc>";
        Assert.That(RecordReader.Read(MetadataFormat.OaiDc, Encoding.UTF8.GetBytes(xml), new()), Is.InstanceOf<RecordReading.Unreadable>());
    }

    [Test]
    public void Depth_size_and_count_are_bounded()
    {
        var wide = "<mods>" + string.Concat(Enumerable.Repeat("<identifier>http://a.id/</identifier>", 6_000)) + "</mods>";
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        var large = "<dc>" + new string(' ', 5_000_000) + "</dc>";
        foreach (var xml in new[] { deep, large, wide })
        {
            Assert.That(RecordReader.Read(MetadataFormat.Mods, Encoding.UTF8.GetBytes(xml), new()), Is.InstanceOf<RecordReading.Unreadable>());
        }
    }

    [Test]
    public void A_damaged_record_says_where()
    {
        var reading = RecordReader.Read(MetadataFormat.OaiDc, Encoding.UTF8.GetBytes("<dc>\n<title>é</titel></dc>"), new());
        Assert.That(((RecordReading.Unreadable)reading).Error.ByteOffset, Is.EqualTo(16));
        Assert.That(((RecordReading.Unreadable)reading).Error.Reason, Does.Contain("line 2"));
    }
}
