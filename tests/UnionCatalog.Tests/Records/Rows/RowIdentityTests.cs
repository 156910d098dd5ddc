using System.Text;
using UnionCatalog.Records.Rows;

namespace UnionCatalog.Tests.Records.Rows;

/// <summary>A sheet that is sent again next month: what stays the same record, and what does not.</summary>
internal sealed class RowIdentityTests
{
    private const string Plain = """
        No,Judul,Pengarang,Tahun,Rak
        1,Laskar Pelangi,Andrea Hirata,2005,A
        2,Sang Pemimpi,Andrea Hirata,2006,A
        3,Negeri 5 Menara,A. Fuadi,2009,B
        """;

    private const string Numbered = """
        No,No. Induk,Judul,Pengarang,Tahun
        1,0001,Laskar Pelangi,Andrea Hirata,2005
        2,0002,Laskar Pelangi,Andrea Hirata,2005
        3,0010,Sang Pemimpi,Andrea Hirata,2006
        """;

    [Test]
    public void A_row_put_in_above_changes_no_other() =>
        Assert.That(
            Records(Plain.Replace("1,Laskar", "1,Bumi,Tere Liye,2014,C\n2,Laskar", StringComparison.Ordinal)),
            Is.SupersetOf(Records(Plain)).And.Count.EqualTo(4));

    [Test]
    public void Sorted_another_way_the_sheet_is_the_same() =>
        Assert.That(
            Records(string.Join('\n', Plain.Split('\n').Take(1).Concat(Plain.Split('\n').Skip(1).Reverse()))), Is.EquivalentTo(Records(Plain)));

    [TestCase("Laskar Pelangi,Andrea", "LASKAR  PELANGI ,Andrea")]
    [TestCase("2005,A", "2005.,A")]
    [TestCase("2005,A", "2005,Rak Baru")]
    public void Capitals_blanks_and_the_shelf_make_no_other_record(string before, string after) =>
        Assert.That(Identifiers(Plain.Replace(before, after, StringComparison.Ordinal)), Is.EqualTo(Identifiers(Plain)));

    [Test]
    public void A_corrected_title_without_a_number_is_one_gone_and_one_new() =>
        Assert.That(Identifiers(Plain.Replace("Negeri 5", "Negeri Lima", StringComparison.Ordinal)).Intersect(Identifiers(Plain)).Count(), Is.EqualTo(2));

    [Test]
    public void A_corrected_title_with_a_number_is_the_same_record() =>
        Assert.That(Identifiers(Numbered.Replace("Sang Pemimpi", "Sang Pemimpi Besar", StringComparison.Ordinal)), Is.EqualTo(Identifiers(Numbered)));

    [Test]
    public void A_new_copy_is_the_same_record_with_one_more_item()
    {
        var more = $"{Numbered}\n4,0011,Laskar Pelangi,Andrea Hirata,2005";

        Assert.That(Identifiers(more), Is.EquivalentTo(Identifiers(Numbered)));
        Assert.That(Read(more).Single(whole => whole.Identifier == "item:0001").Document.Items, Has.Count.EqualTo(3));
    }

    [Test]
    public void A_number_at_two_titles_makes_neither_itself()
    {
        const string classes = "Kode,Judul\n813,Laskar Pelangi\n813,Sang Pemimpi\n920,Habibie\n";

        Assert.That(Identifiers(classes).Count(identifier => identifier.StartsWith("row:", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(Identifiers(classes), Has.Member("id:920"));
    }

    [Test]
    public void Numbers_are_ordered_as_numbers() =>
        Assert.That(Identifiers("No. Induk,Judul\n10,A\n9,A\n"), Is.EqualTo(new[] { "item:9" }));

    [Test]
    public void What_is_stored_is_read_back_as_it_was()
    {
        foreach (var whole in Read(Numbered))
        {
            var bytes = whole.Document.ToBytes();

            Assert.That(RowDocument.Read(bytes).ToBytes(), Is.EqualTo(bytes));
        }
    }

    [Test]
    public void Rows_of_one_title_beyond_all_measure_are_set_aside()
    {
        var copies = string.Concat(Enumerable.Repeat("Paket Matematika\n", TableFile.MostRowsOfTitle + 3));

        var entries = Entries($"Judul,Pengarang\n{copies}");

        Assert.That(entries.OfType<TableEntry.Faulty>().Count(), Is.EqualTo(3));
        Assert.That(entries.OfType<TableEntry.Whole>().Single().Document.Items, Has.Count.EqualTo(TableFile.MostRowsOfTitle));
    }

    private static List<string> Identifiers(string csv) => [.. Read(csv).Select(whole => whole.Identifier)];

    private static List<string> Records(string csv) => [.. Read(csv).Select(whole => whole.Identifier + Encoding.UTF8.GetString(whole.Document.ToBytes()))];

    private static IEnumerable<TableEntry.Whole> Read(string csv) => Entries(csv).OfType<TableEntry.Whole>();

    private static List<TableEntry> Entries(string csv)
    {
        var bytes = Encoding.UTF8.GetBytes(csv);
        Func<Stream> open = () => new MemoryStream(bytes, writable: false);
        return [.. TableFile.Read(open, TableLayout.Find(open, new()))];
    }
}
