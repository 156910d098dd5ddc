using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Records.Rows;

namespace UnionCatalog.Tests.Records.Rows;

/// <summary>Tables as nobody should write them: no row is lost, no file ends the reading, nothing takes long.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class HostileTableTests
{
    [Test]
    public void Ten_thousand_mutated_tables_are_read_to_their_end()
    {
        var random = new Random(20261126);
        var files = Directory.GetFiles(Places.Case("Records/Rows"), "*.csv").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        for (var i = 0; i < 10_000; i++)
        {
            foreach (var entry in Entries(Mutate(files[i % files.Count], random)))
            {
                Assert.That(
                    entry is not TableEntry.Whole whole || RecordReader.Read(MetadataFormat.Row, whole.Document.ToBytes(), new()) is RecordReading.Readable, Is.True);
            }
        }
    }

    [Test]
    public void Every_row_comes_out_readable_or_set_aside()
    {
        // An odd quote in every third row.
        var rows = Enumerable.Range(1, 999).Select(i => i % 3 == 0 ? $"\"Buku {i},A B,X,{i},{i}" : $"Buku {i},\"A B\",X,2001,K{i}").ToList();

        var entries = Entries(Encoding.UTF8.GetBytes($"Judul,Pengarang,Penerbit,Tahun,No. Induk\n{string.Join('\n', rows)}\n"));

        Assert.That(entries, Has.Count.EqualTo(999));
    }

    [Test]
    public void A_quote_that_is_never_closed_costs_its_own_row_only()
    {
        var entries = Entries("Judul,Pengarang,Penerbit,Tahun\nA,B,C,2001\n\"D, E,F,G,2002\nH,I,J,2003\n"u8.ToArray());

        Assert.That(entries.OfType<TableEntry.Faulty>().Single().Line, Is.EqualTo(3));
        Assert.That(entries.OfType<TableEntry.Faulty>().Single().Text, Is.EqualTo("\"D, E,F,G,2002"));
        Assert.That(entries.OfType<TableEntry.Whole>().Select(whole => whole.Line), Is.EqualTo(new[] { 2L, 4L }));
    }

    [Test]
    public void A_line_of_ten_million_letters_is_set_aside()
    {
        var entries = Entries(Encoding.UTF8.GetBytes($"Judul,Pengarang\n{new string('a', 10_000_000)}\nB,C\n"));

        Assert.That(entries.OfType<TableEntry.Faulty>().Single().Text, Has.Length.LessThan(1_000_000));
        Assert.That(entries.OfType<TableEntry.Whole>().Count(), Is.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("\n\n\n")]
    [TestCase("\"")]
    [TestCase("\"\n\"\n\"")]
    [TestCase("Judul")]
    [TestCase(",,,,\n,,,,")]
    [TestCase("{\"a\":1}")]
    public void What_is_no_table_gives_nothing(string text) =>
        Assert.That(Entries(Encoding.UTF8.GetBytes(text)).OfType<TableEntry.Whole>(), Is.Empty);

    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("")]
    [TestCase("null")]
    public void What_is_no_row_is_unreadable(string stored) =>
        Assert.That(RecordReader.Read(MetadataFormat.Row, Encoding.UTF8.GetBytes(stored), new()), Is.InstanceOf<RecordReading.Unreadable>());

    [Test]
    public void A_row_with_strange_values_is_read_all_the_same()
    {
        var reading = RecordReader.Read(MetadataFormat.Row, """{"title":["x"],"year":7,"items":[1,{"other":2,"copies":"9999999999"}],"unknown":"x","31":"y"}"""u8.ToArray(), new());

        Assert.That(((RecordReading.Readable)reading).Record.Holdings, Has.Count.EqualTo(1));
    }

    private static byte[] Mutate(byte[] file, Random random)
    {
        var mutated = file.ToArray();
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            mutated[random.Next(mutated.Length)] = random.Next(4) switch
            {
                0 => (byte)'"', 1 => (byte)'\n', 2 => (byte)',', _ => (byte)random.Next(256),
            };
        }

        return mutated[..random.Next(mutated.Length / 2, mutated.Length)];
    }

    private static List<TableEntry> Entries(byte[] bytes)
    {
        Func<Stream> open = () => new MemoryStream(bytes, writable: false);
        var layout = TableLayout.Find(open, new());
        return layout.HasTitle ? [.. TableFile.Read(open, layout)] : [];
    }
}
