using System.IO.Compression;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Tests.Records.Marc;

public sealed class MarcMutationTests
{
    private static readonly byte[] Telling = [0x1B, 0x1D, 0x1E, 0x1F, (byte)'0', (byte)'9', (byte)' ', (byte)'<', (byte)'&', 0xC3, 0xE2, 0xFF, 0];

    [Test]
    public void Damaged_Iso2709_never_throws_and_stays_bounded() =>
        Damage(MarcMappingTests.Cases().Select(item => MarcSamples.ToIso2709(MarcSamples.Parse(item.Lines))).ToList(), MarcReading.ReadIso2709);

    [Test]
    public void Damaged_MarcXml_never_throws_and_stays_bounded() =>
        Damage(MarcMappingTests.Cases().Select(item => MarcSamples.ToXml(MarcSamples.Parse(item.Lines))).ToList(), MarcReading.ReadXml);

    [Test]
    public async Task Damaged_real_records_in_Marc8_never_throw_and_stay_bounded()
    {
        var records = new List<byte[]>();
        await using var file = new GZipStream(File.OpenRead(Places.Shared("data/marc/gpo-twins-marc8.mrc.gz")), CompressionMode.Decompress);
        await foreach (var entry in MarcFile.ReadAsync(file, new HoldingsMapping()))
        {
            records.Add(entry.Bytes.ToArray());
        }

        Damage(records, MarcReading.ReadIso2709);
    }

    [Test]
    public async Task Every_byte_of_a_damaged_file_belongs_to_one_entry()
    {
        var random = new Random(2709);
        var whole = MarcMappingTests.Cases().SelectMany(item => MarcSamples.ToIso2709(MarcSamples.Parse(item.Lines))).ToArray();
        for (var round = 0; round < 300; round++)
        {
            var file = Mutate(whole, random, random.Next(1, 20));
            long end = 0;
            await foreach (var entry in MarcFile.ReadAsync(new MemoryStream(file), new HoldingsMapping()))
            {
                Assert.That(entry.Offset, Is.GreaterThanOrEqualTo(end));
                Assert.That(file.AsSpan((int)entry.Offset, entry.Bytes.Length).SequenceEqual(entry.Bytes.Span), $"round {round}");
                Assert.That(file[(int)end..(int)entry.Offset], Is.All.Matches<byte>(b => b <= ' ' || b is 0xEF or 0xBB or 0xBF), $"round {round}");
                end = entry.Offset + entry.Bytes.Length;
            }
        }
    }

    private static void Damage(List<byte[]> records, Func<ReadOnlyMemory<byte>, HoldingsMapping, RecordReading> read)
    {
        var random = new Random(21);
        var readable = 0;
        for (var round = 0; round < 3_000; round++)
        {
            var record = Mutate(records[round % records.Count], random, random.Next(1, 6));
            if (read(record, new HoldingsMapping { ItemTag = "952", Barcode = "p" }) is RecordReading.Readable { Record: var found })
            {
                readable++;
                var text = found.Title.Proper.Length + found.Notes.Sum(note => note.Length) + found.Contributors.Sum(person => person.Name.Length);
                Assert.That(text, Is.LessThanOrEqualTo(4 * record.Length), $"round {round}");
            }
        }

        Assert.That(readable, Is.Positive);
    }

    private static byte[] Mutate(byte[] original, Random random, int changes)
    {
        var bytes = original.ToList();
        for (var i = 0; i < changes && bytes.Count > 1; i++)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = Telling[random.Next(Telling.Length)];
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 40)));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 40))));
                    break;
                default:
                    // The leader and the directory are where a wrong byte does most.
                    bytes[Math.Min(at % 80, bytes.Count - 1)] = Telling[random.Next(Telling.Length)];
                    break;
            }
        }

        return [.. bytes];
    }
}
