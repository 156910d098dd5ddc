using System.IO.Compression;
using System.Text.Json;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Tests.Records.Marc;

public sealed class MarcTwinsTests
{
    // The two were exported at different times, and a cataloguer was at work between: records 1 and 2 had their number
    // moved from a note (500) to 024, and record 34 has its heading misspelt in one of them.
    private static readonly int[] ReallyDifferent = [1, 2, 34];

    [Test]
    public async Task Records_in_Marc8_come_out_equal_to_their_Utf8_twins()
    {
        var marc8 = await Read("data/marc/gpo-twins-marc8.mrc.gz");
        var utf8 = await Read("data/marc/gpo-twins-utf8.mrc.gz");
        Assert.That((marc8.Count, utf8.Count), Is.EqualTo((215, 215)));
        var different = Enumerable.Range(1, 215).Where(number => marc8[number - 1] != utf8[number - 1]);
        Assert.That(different, Is.EqualTo(ReallyDifferent));
    }

    private static async Task<List<string>> Read(string path)
    {
        var records = new List<string>();
        await using var file = new GZipStream(File.OpenRead(Places.Shared(path)), CompressionMode.Decompress);
        await foreach (var entry in MarcFile.ReadAsync(file, new HoldingsMapping()))
        {
            records.Add(JsonSerializer.Serialize(MarcSamples.Readable(entry.Reading)));
        }

        return records;
    }
}
