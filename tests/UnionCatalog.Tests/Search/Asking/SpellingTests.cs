using UnionCatalog.FullText.Analysis;
using UnionCatalog.Search;
using UnionCatalog.Search.Asking;
using UnionCatalog.Search.Asking.Spelling;

namespace UnionCatalog.Tests.Search.Asking;

/// <summary>One spelling for the old and the new, and the distance of slips.</summary>
internal sealed class SpellingTests
{
    [TestCase("Tjerita", "cerita")]
    [TestCase("pandjang", "panjang")]
    [TestCase("njanji", "nyanyi")]
    [TestCase("sjarat", "syarat")]
    [TestCase("achir", "akhir")]
    [TestCase("doenia", "dunia")]
    [TestCase("and", "dan")]
    [TestCase("Jil.", "jilid")]
    [TestCase("Vol.", "volume")]
    [TestCase("XII", "12")]
    [TestCase("kupu2", "kupu")]
    [TestCase("الغزالي", "غزالي")]
    [TestCase("مكتبة", "مكتبه")]
    public void Words_of_titles_meet(string one, string other) =>
        Assert.That(CatalogSchema.Spelt.Terms(one), Is.EqualTo(CatalogSchema.Spelt.Terms(other)));

    [TestCase("pelajaran", "pelayaran")]
    [TestCase("jalan", "yalan")]
    [TestCase("civil", "101")]
    [TestCase("الله", "له")]
    public void Words_of_titles_do_not_meet(string one, string other) =>
        Assert.That(CatalogSchema.Spelt.Terms(one), Is.Not.EqualTo(CatalogSchema.Spelt.Terms(other)));

    [Test]
    public void Names_meet_in_every_pair_of_spellings_that_real_records_have()
    {
        var pairs = File.ReadLines(Places.Shared("data/codelists/old_new_spelling_attested.tsv")).Skip(1).Select(line => line.Split('\t')).Select(row => (Old: row[0], New: row[2]));

        Assert.That(pairs.Where(pair => !Name(pair.Old).SequenceEqual(Name(pair.New))).Select(pair => $"{pair.Old} {pair.New}").Take(10), Is.Empty);

        static IReadOnlyList<string> Name(string name) => CatalogSchema.SpeltNames.Terms(name);
    }

    [Test]
    public void The_word_as_it_is_written_stands_beside_its_one_spelling()
    {
        var tokens = new List<string>();
        CatalogSchema.Spelt.Analyze("Tjerita lama", new Sink(tokens));

        Assert.That(tokens, Is.EqualTo(["0 cerita", "0 tjerita", "1 lama"]));
    }

    [TestCase("laskra", "laskar", "lascar")]
    [TestCase("bumii", "bumi", "bumik")]
    [TestCase("manuaia", "manusia", "manulia")]
    [TestCase("halidai", "halliday", "holidays")]
    [TestCase("gazali", "ghazali", "gerzali")]
    public void A_slip_is_nearer_to_what_was_meant_than_to_what_was_not(string typed, string meant, string other) =>
        Assert.That(TypingDistance.Between(typed, meant), Is.LessThan(TypingDistance.Between(typed, other)));

    [Test]
    public void The_distance_of_a_word_to_itself_is_nothing_and_to_any_other_more()
    {
        Assert.That(TypingDistance.Between("bumi", "bumi"), Is.Zero);
        Assert.That(TypingDistance.Between("", "bumi"), Is.Positive);
        Assert.That(TypingDistance.Between("bumi", "bulan"), Is.Positive);
    }

    [Test]
    public void A_range_of_classes_covers_the_numbers_in_it_and_no_others()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var (one, other, number) = (Number(random), Number(random), Number(random));
            var (from, to) = string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
            var isCovered = ClassRange.Beginnings(number).Intersect(ClassRange.Cover(from, to)).Any();
            // What stands below the last number is within; "500" and "500.0" are one number.
            var isWithin = Compare(number, from) >= 0 && (Compare(number, to) <= 0 || number.StartsWith(to, StringComparison.Ordinal));

            Assert.That(isCovered, Is.EqualTo(isWithin), $"{number} in {from}..{to}");
        }
    }

    private static int Compare(string one, string other) =>
        decimal.Parse(one, System.Globalization.CultureInfo.InvariantCulture).CompareTo(decimal.Parse(other, System.Globalization.CultureInfo.InvariantCulture));

    private static string Number(Random random)
    {
        var whole = $"{random.Next(0, 4)}{random.Next(0, 3)}{random.Next(0, 10)}";
        return random.Next(3) == 0 ? whole : $"{whole}.{random.Next(1, 30)}";
    }

    private sealed class Sink(List<string> tokens) : ITokenSink
    {
        public void Add(ReadOnlySpan<char> term, int position, int start, int length) => tokens.Add($"{position} {term}");
    }
}
