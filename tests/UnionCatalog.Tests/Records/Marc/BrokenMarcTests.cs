using System.IO.Compression;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Tests.Records.Marc;

/// <summary>Files of other projects' tests: broken on purpose, UNIMARC, odd encodings, MARCXML of many systems.</summary>
public sealed class BrokenMarcTests
{
    private static readonly string[] Iso2709Names = [".mrc", ".marc", ".dat", ".iso", ".mrc.gz"];

    [Test]
    public async Task Broken_and_foreign_files_of_Iso2709_give_an_outcome_for_every_record()
    {
        var (files, readable, unreadable) = (0, 0, new List<string>());
        foreach (var path in Files(Iso2709Names))
        {
            files++;
            var before = readable + unreadable.Count;
            await using var file = Open(path);
            await foreach (var entry in MarcFile.ReadAsync(file, new HoldingsMapping()))
            {
                if (entry.Reading is RecordReading.Readable)
                {
                    readable++;
                }
                else
                {
                    unreadable.Add(Path.GetFileName(path));
                }
            }

            Assert.That(readable + unreadable.Count, Is.GreaterThan(before), path);
        }

        // marc4 is a record without fields; rewritten by its owner's tools it has a leader only.
        Assert.That((files, readable), Is.EqualTo((135, 2606)));
        Assert.That(unreadable, Is.EqualTo(new[] { "marc4.json.marc", "marc4.xml.marc" }));
    }

    [Test]
    public void Broken_and_foreign_files_of_MarcXml_give_an_outcome_for_every_record()
    {
        var (readable, unreadable) = (0, 0);
        foreach (var path in Files([".xml"]))
        {
            Assert.That(MarcReading.ReadXml(File.ReadAllBytes(path), new HoldingsMapping()), Is.Not.Null, path);
            foreach (var record in RecordedRecords.In(path, "record"))
            {
                var isReadable = MarcReading.ReadXml(record, new HoldingsMapping()) is RecordReading.Readable;
                (readable, unreadable) = isReadable ? (readable + 1, unreadable) : (readable, unreadable + 1);
            }
        }

        // The unreadable are envelopes around Dublin Core, and records that hold nothing but remarks.
        Assert.That((readable, unreadable), Is.EqualTo((1689, 26)));
    }

    private static IEnumerable<string> Files(string[] names) =>
        Directory.EnumerateFiles(Places.Shared("data/marc"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(path => !path.Contains("gpo", StringComparison.Ordinal) && names.Any(name => path.EndsWith(name, StringComparison.Ordinal)));

    private static Stream Open(string path) =>
        path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
}
