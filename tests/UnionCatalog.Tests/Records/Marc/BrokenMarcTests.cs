using System.IO.Compression;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Tests.Records.Marc;

public sealed class BrokenMarcTests
{
    private static readonly string[] Iso2709Names = [".mrc", ".marc", ".dat", ".iso", ".mrc.gz"];

    [Test]
    public async Task Broken_odd_and_foreign_files_never_throw_and_every_record_has_an_outcome()
    {
        var (files, readable, unreadable) = (0, 0, 0);
        foreach (var path in Directory.EnumerateFiles(Places.Shared("data/marc"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (path.Contains("gpo", StringComparison.Ordinal) || !Iso2709Names.Any(name => path.EndsWith(name, StringComparison.Ordinal)))
            {
                continue;
            }

            files++;
            var entries = 0;
            await using var file = Open(path);
            await foreach (var entry in MarcFile.ReadAsync(file, new HoldingsMapping()))
            {
                entries++;
                if (entry.Reading is RecordReading.Unreadable { Error: var error })
                {
                    unreadable++;
                    TestContext.Out.WriteLine($"U {path} {error}");
                }
                else
                {
                    readable++;
                    TestContext.Out.WriteLine($"R {path} {string.Join(" ",((RecordReading.Readable)entry.Reading).Warnings)}");
                }
            }

            Assert.That(entries, Is.Positive, path);
        }
        TestContext.Out.WriteLine($"{files} {readable} {unreadable}");
    }

    private static Stream Open(string path) =>
        path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
}
