using System.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.Tests.FullText.Storage;

/// <summary>Key tables, string tables, filters and columns against lists.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class TableTests
{
    [Test]
    public void A_string_table_finds_what_is_there_and_where_the_rest_would_be([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var sorted = new SortedSet<string>(StorageSchema.ByBytes);
        for (var left = random.Next(seed % 4 == 0 ? 20 : 3_000); left > 0; left--)
        {
            sorted.Add(Text(random));
        }

        string[] values = [.. sorted];
        using var folder = new TempFolder();
        using var file = Write(folder, writer =>
        {
            var table = new StringTableWriter(writer.Open(SectionKind.ColumnValues, 0), writer.Open(SectionKind.ColumnValueStarts, 0));
            Array.ForEach(values, value => table.Add(Encoding.UTF8.GetBytes(value)));
            Assert.That(table.End(), Is.EqualTo(values.Length));
        });
        var strings = new StringTable(file.Section(SectionKind.ColumnValues, 0), file.Section(SectionKind.ColumnValueStarts, 0), values.Length);
        Assert.That(Enumerable.Range(0, values.Length).Select(at => strings[at]), Is.EqualTo(values));
        Assert.That(Read(strings), Is.EqualTo(values));
        for (var probe = 0; probe < 500; probe++)
        {
            var value = values.Length > 0 && probe % 2 == 0 ? values[random.Next(values.Length)] : Text(random);
            var expected = Array.BinarySearch(values, value, StorageSchema.ByBytes);
            Assert.That(strings.Find(Encoding.UTF8.GetBytes(value)), Is.EqualTo(expected), value);
        }
    }

    [Test]
    public void A_key_table_finds_every_key_and_hardly_looks_for_any_other()
    {
        const int Count = 50_000;
        using var folder = new TempFolder();
        string[] keys = [.. Enumerable.Range(0, Count).Select(key => $"source:{key * 7919L % 1_000_003:x}").Distinct().Order(StorageSchema.ByBytes)];
        using var file = Write(folder, writer =>
        {
            var table = new KeyTableWriter(writer, keys.Length);
            Array.ForEach(keys, key => table.Add(Encoding.UTF8.GetBytes(key)));
            table.End();
        }, keys.Length);
        var found = new KeyTable(file);
        var filter = file.Section(SectionKind.KeyFilter, 0);
        for (var at = 0; at < keys.Length; at++)
        {
            Assert.That(found.Find(Encoding.UTF8.GetBytes(keys[at])), Is.EqualTo(at));
        }

        var passed = 0;
        for (var other = 0; other < Count; other++)
        {
            var key = Encoding.UTF8.GetBytes($"other:{other}");
            var hash = KeyTable.Hash(key);
            passed += KeyFilter.MayHave(filter.Bytes(KeyFilter.BlockOf(hash, filter.Length / KeyFilter.BlockSize) * KeyFilter.BlockSize, KeyFilter.BlockSize), hash) ? 1 : 0;
            Assert.That(found.Find(key), Is.Negative);
        }

        Assert.That(passed, Is.LessThan(Count / 40), "about one in a hundred gets past the filter");
        Assert.That(filter.Length * 8.0 / keys.Length, Is.InRange(9.9, 10.5), "bits a key");
        var random = new Random(3);
        for (var probe = 0; probe < 1_000; probe++)
        {
            var (one, other) = (random.Next(keys.Length), random.Next(keys.Length));
            Assert.That(Math.Sign(found.Compare(one, found, other)), Is.EqualTo(Math.Sign(one - other)));
            Assert.That(found.LowerBound(Encoding.UTF8.GetBytes(keys[one] + "\0")), Is.EqualTo(one + 1));
            Assert.That(found.LowerBound(Encoding.UTF8.GetBytes(keys[one])), Is.EqualTo(one));
        }
    }

    [Test]
    public void Codes_are_as_wide_as_the_values_need(
        [Values(0, 1, 2, 255, 256, 257, 65_535, 65_536, 65_537)] int values, [Values] bool isSingle)
    {
        var draft = new FacetDraft();
        var documents = Math.Max(values, 1);
        for (var document = 0; document < documents; document++)
        {
            if (values > 0)
            {
                draft.Add($"value-{document:d6}");
            }

            if (!isSingle && values > 0 && document == 0)
            {
                draft.Add($"value-{values - 1:d6}");
            }

            draft.EndDocument();
        }

        using var folder = new TempFolder();
        int[] order = [.. Enumerable.Range(0, documents).Reverse()];
        using var file = Write(folder, writer => draft.Write(order, writer, 0), documents);
        var column = new FacetColumn(file, 0);
        Assert.That(column.Values.Count, Is.EqualTo(values));
        var greatest = column.IsSingle ? values : values - 1;
        Assert.That(column.Ordinals.Width, Is.EqualTo(greatest <= 0 ? 0 : greatest < 256 ? 1 : greatest < 65_536 ? 2 : 4));
        Assert.That(column.IsSingle, Is.EqualTo(isSingle || values < 2));
        for (var document = 0; document < documents && values > 0; document++)
        {
            var expected = (uint)(documents - 1 - document);
            Assert.That(column.IsSingle ? column.Ordinals[document] - 1 : column.Ordinals[(int)column.Starts[document + 1] - 1],
                Is.EqualTo(!column.IsSingle && document == documents - 1 ? (uint)values - 1 : expected));
        }
    }

    [TestCase(0L, 0L, 1)]
    [TestCase(5L, 259L, 1)]
    [TestCase(5L, 260L, 2)]
    [TestCase(-65_534L, 0L, 2)]
    [TestCase(-65_535L, 0L, 4)]
    [TestCase(0L, uint.MaxValue - 1L, 4)]
    [TestCase(0L, (long)uint.MaxValue, 8)]
    [TestCase(long.MinValue, long.MaxValue, 8)]
    [TestCase(long.MaxValue - 3, long.MaxValue, 1)]
    public void Numbers_are_as_wide_as_they_need(long minimum, long maximum, int width)
    {
        var draft = new NumberDraft();
        foreach (var value in new long?[] { minimum, null, maximum, null, minimum })
        {
            if (value is { } number)
            {
                draft.Add(number);
            }

            draft.EndDocument();
        }

        using var folder = new TempFolder();
        using var file = Write(folder, writer => draft.Write([4, 3, 2, 1, 0], writer, 0), 5);
        var column = new NumberColumn(file, 0);
        Assert.That((column.Minimum, column.Maximum, column.Codes.Width), Is.EqualTo((minimum, maximum, width)));
        long?[] found = [.. Enumerable.Range(0, 5).Select(document => column.TryGet(document, out var value) ? value : (long?)null)];
        Assert.That(found, Is.EqualTo(new long?[] { minimum, null, maximum, null, minimum }));
    }

    [Test]
    public void A_number_column_without_numbers_takes_no_room()
    {
        var draft = new NumberDraft();
        draft.EndDocument();
        using var folder = new TempFolder();
        using var file = Write(folder, writer => draft.Write([0], writer, 0), 1);
        var column = new NumberColumn(file, 0);
        Assert.That(column.Minimum, Is.GreaterThan(column.Maximum));
        Assert.That((column.TryGet(0, out _), column.Codes.Width), Is.EqualTo((false, 0)));
    }

    [Test]
    public void Sections_of_every_length_come_back_as_they_were_written()
    {
        using var folder = new TempFolder();
        int[] lengths = [0, 1, 63, 64, 65, 65_535, 65_536, 65_537, 262_143, 262_144, 262_145, 400_000, 1_000_001, 3_000_000];
        using var file = Write(folder, writer =>
        {
            // Written in turns, so that all are open at a time.
            SectionWriter[] sections = [.. lengths.Select((_, at) => writer.Open(SectionKind.Postings, at))];
            for (var from = 0; from < lengths.Max(); from += 99_991)
            {
                for (var at = 0; at < lengths.Length; at++)
                {
                    var to = Math.Min(lengths[at], from + 99_991);
                    sections[at].Write(Enumerable.Range(from, Math.Max(0, to - from)).Select(value => Byte(at, value)).ToArray());
                }
            }

            Assert.That(sections.Select(section => section.Position), Is.EqualTo(lengths));
        });
        for (var at = 0; at < lengths.Length; at++)
        {
            var section = file.Section(SectionKind.Postings, at);
            Assert.That(section.Length, Is.EqualTo(lengths[at]));
            Assert.That(section.All<byte>().ToArray(), Is.EqualTo(Enumerable.Range(0, lengths[at]).Select(value => Byte(at, value))));
            Assert.That(section.Bytes(lengths[at] / 2, lengths[at] / 3).ToArray(), Is.EqualTo(Enumerable.Range(lengths[at] / 2, lengths[at] / 3).Select(value => Byte(at, value))));
            Assert.That(() => section.Bytes(section.Length, 1).Length, Throws.TypeOf<IndexDamagedException>());
            Assert.That(() => section.Bytes(-1, 1).Length, Throws.TypeOf<IndexDamagedException>());
        }

        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(1), "no part is left");
        static byte Byte(int at, int value) => (byte)((value * 31) + (value >> 8) + at);
    }

    private static SegmentFile Write(TempFolder folder, Action<SegmentWriter> write, int documents = 1)
    {
        var fingerprint = new byte[32];
        using var writer = new SegmentWriter(Disk.Real, folder.File("test.segment"), fingerprint);
        write(writer);
        writer.Finish(documents);
        return SegmentFile.Open(folder.File("test.segment"), fingerprint);
    }

    private static IEnumerable<string> Read(StringTable strings)
    {
        for (var cursor = strings.Read(); cursor.Next();)
        {
            yield return Encoding.UTF8.GetString(cursor.Current);
        }
    }

    /// <summary>Strings that share much, among them empty ones, long ones and such that UTF-16 would order otherwise.</summary>
    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(random.Next(50) == 0 ? 1_000 : 7))
        .Select(_ => random.Next(6) switch { 0 => "a", 1 => "ab", 2 => "\U00010428", 3 => "\uffee", 4 => "é", _ => "\0" }));
}
