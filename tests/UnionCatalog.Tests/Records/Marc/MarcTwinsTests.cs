using System.IO.Compression;
using System.Text.Json;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Tests.Records.Marc;

public sealed class MarcTwinsTests
{
    [Test]
    public async Task Records_in_Marc8_come_out_equal_to_their_Utf8_twins()
    {
        var marc8 = await Read("data/marc/gpo-twins-marc8.mrc.gz");
        var utf8 = await Read("data/marc/gpo-twins-utf8.mrc.gz");
        Assert.That((marc8.Count, utf8.Count), Is.EqualTo((215, 215)));
        using (Assert.EnterMultipleScope())
        {
            for (var i = 0; i < marc8.Count; i++)
            {
                Assert.That(marc8[i], Is.EqualTo(utf8[i]), $"record {i + 1}");
            }
        }
    }

    private static async Task<List<string>> Read(string path)
    {
        var records = new List<string>();
        await using var file = new GZipStream(File.OpenRead(Places.Shared(path)), CompressionMode.Decompress);
        await foreach (var entry in MarcFile.ReadAsync(file, new HoldingsMapping()))
        {
            records.Add(JsonSerializer.Serialize(MarcSamples.Readable(entry.Reading), Json));
        }

        return records;
    }

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
