using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using UnionCatalog.Records;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Tests.Search.Card;

/// <summary>What holds of the card of any records at all.</summary>
internal sealed class CardProperties
{
    private static readonly string[] Titles = ["Laskar Pelangi", "Laskar Pelangi sebuah novel", "Al-Qur'ān al-Karīm", "Cerita dari Blora", "Ilmu Pengetahuan Alam"];
    private static readonly string[] Names = ["Hirata, Andrea", "Andrea Hirata", "Toer, Pramoedya Ananta", "Toer, P. A.", "Pramoedya Ananta Toer", "Prof. Dr. Hamka", "Hamka", "Saʻīd, ʻAlī", "Badan Bahasa"];
    private static readonly string[] Words = ["Fiksi", "Indonesia -- Sejarah", "Fiksi Indonesia", "Belitung", "Persahabatan", "Pendidikan dasar", "Ṣūfī"];

    [Test]
    public void The_card_does_not_depend_on_the_order_of_the_records([Range(1, 5)] int seed) => AssertOrderIsNothing(seed);

    [Test]
    [Category("Long")]
    public void The_card_does_not_depend_on_the_order_of_many_more([Range(6, 20)] int seed) => AssertOrderIsNothing(seed);

    private static void AssertOrderIsNothing(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var records = RandomRecords(random);
            var drawn = Show(records);
            for (var shuffle = 0; shuffle < 4; shuffle++)
            {
                random.Shuffle(records);
                Assert.That(Show(records), Is.EqualTo(drawn));
            }
        }
    }

    [Test]
    public void Nothing_is_in_capitals_where_another_has_the_same_field_otherwise([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var records = RandomRecords(random);
            var card = ClusterCardTests.Draw(records).Description;
            Check(card.Title.Proper, records.Select(record => record.Record.Title.Proper));
            Check(card.Responsibility, records.Select(record => record.Record.Responsibility));
            Check(FirstPublisher(card), records.Select(record => FirstPublisher(record.Record)));
            Check(card.Edition, records.Select(record => record.Record.Edition));
        }

        static void Check(string? chosen, IEnumerable<string?> all) =>
            Assert.That(chosen is null || !Spelling.Of(chosen).IsShouted || all.OfType<string>().Where(text => text.Length > 0).All(text => Spelling.Of(text).IsShouted), Is.True, chosen);
    }

    [Test]
    public void Nothing_is_lost_of_what_is_joined_and_every_value_is_in_the_record_that_it_names_first([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 50; round++)
        {
            var records = ClusterCard.Order(RandomRecords(random));
            var card = ClusterCard.Draw(records);
            var subjects = records.SelectMany(record => record.Record.Subjects).Select(subject => CardFolding.Key(subject.Text)).Distinct();
            Assert.That(card.Description.Subjects.Select(subject => CardFolding.Key(subject.Text)), Is.EquivalentTo(subjects));
            Assert.That(card.Description.Identifiers.Select(identifier => identifier.Value), Is.EquivalentTo(records.SelectMany(record => record.Record.Identifiers).Select(identifier => identifier.Value).Distinct()));
            Assert.That(card.Description.Identifiers.Select(identifier => identifier.IsValid), Is.Ordered.Descending);
            Assert.That(card.Sources.Values.SelectMany(values => values).SelectMany(value => value), Has.All.InRange(0, records.Count - 1));
            for (var at = 0; at < card.Description.Subjects.Count; at++)
            {
                Assert.That(
                    records[card.Sources[CardField.Subjects][at][0]].Record.Subjects.Select(subject => subject.Text), Does.Contain(card.Description.Subjects[at].Text));
            }

            for (var at = 0; at < card.Description.Contributors.Count; at++)
            {
                Assert.That(
                    records[card.Sources[CardField.Contributors][at][0]].Record.Contributors.Select(contributor => contributor.Name), Does.Contain(card.Description.Contributors[at].Name));
            }

            Assert.That(records[card.Sources[CardField.Title][0][0]].Record.Title.Proper, Is.EqualTo(card.Description.Title.Proper));
        }
    }

    [Test]
    public void A_card_of_three_records_is_drawn_quickly()
    {
        var clusters = Enumerable.Range(0, 20).Select(number => ClusterCard.Order(UsualRecords(number))).ToList();
        var best = double.MaxValue;
        for (var round = 0; round < 400; round++)
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var cluster in clusters)
            {
                ClusterCard.Draw(cluster);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMicroseconds / clusters.Count);
        }

        var cards = clusters.ConvertAll(cluster => ClusterCard.Draw(cluster).Description);
        var keys = double.MaxValue;
        for (var round = 0; round < 400; round++)
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var card in cards)
            {
                Work.Of(card);
            }

            keys = Math.Min(keys, Stopwatch.GetElapsedTime(started).TotalMicroseconds / cards.Count);
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{best:F1} µs a card, {keys:F1} µs the keys of its work"));
        Assert.That(best, Is.LessThan(2_000), "a hundred times what it takes with optimisation");
    }

    internal static IEnumerable<(RecordKey Key, BibRecord Record)> UsualRecords(int number) =>
    [
        CardCase.ReadRecord($"man/{number} | title=LASKAR PELANGI {number} | author=HIRATA, Andrea | publisher=BENTANG | place=YOGYAKARTA | date=2005 | year=2005 | isbn=979-3062-79-7 | pages=529 hlm. | subject=FIKSI INDONESIA | lang=ind | format=Book"),
        CardCase.ReadRecord($"sma/{number} | title=Laskar Pelangi {number} | rest=sebuah novel | by=Andrea Hirata | author=Hirata, Andrea | edition=Cet. 10 | publisher=Bentang Pustaka | place=Yogyakarta | date=2005 | year=2005 | isbn=9789793062792 | pages=xiii, 529 hlm. ; 21 cm | series=Tetralogi Laskar Pelangi ; 1 | subject=Fiksi Indonesia | subject=Persahabatan | ddc=899.221 3 | lang=ind | format=Book | note=Termasuk bibliografi | summary=Kisah sepuluh anak di Belitung."),
        CardCase.ReadRecord($"smk/{number} | title=Laskar Pelangi {number} | author=Andrea Hirata | publisher=Bentang Pustaka | date=2005 | year=2005 | isbn=9789793062792 | subject=Novel | local=813 HIR l | lang=ind"),
    ];

    private static string Show(IEnumerable<(RecordKey Key, BibRecord Record)> records)
    {
        var card = ClusterCardTests.Draw(records);
        return JsonSerializer.Serialize(card.Description) + JsonSerializer.Serialize(card.Sources);
    }

    private static (RecordKey Key, BibRecord Record)[] RandomRecords(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 7)).Select(number => (new RecordKey(new SourceId($"lib-{random.Next(4)}"), $"{number}"), RandomRecord(random)))];

    private static BibRecord RandomRecord(Random random)
    {
        string One(string[] from) => Worn(from[random.Next(from.Length)], random);
        IEnumerable<T> Some<T>(int most, Func<T> make) => Enumerable.Range(0, random.Next(most + 1)).Select(_ => make());
        string? Maybe(Func<string> make) => random.Next(3) == 0 ? null : make();
        return new BibRecord
        {
            Title = new Title(One(Titles)) { Remainder = Maybe(() => One(Words)), PartNumber = random.Next(4) == 0 ? "Jilid 2" : null, Parallel = random.Next(5) == 0 ? "The rainbow troops" : null },
            Responsibility = Maybe(() => One(Names)),
            Contributors = [.. Some(3, () => new Contributor(One(Names), random.Next(5) == 0 ? ContributorKind.Corporate : ContributorKind.Person) { IsMain = random.Next(2) == 0, Role = Maybe(() => random.Next(2) == 0 ? "author" : "editor") })],
            Subjects = [.. Some(4, () => new Subject(One(Words), random.Next(2) == 0 ? "lcsh" : null))],
            Identifiers = [.. Some(2, () => random.Next(3)).Select(number => new StandardIdentifier(IdentifierKind.Isbn, $"978{number}", $"978-{number}", number > 0, number == 2 ? "jil. 1" : null))],
            Publications = [.. Some(2, () => new Publication(Maybe(() => One(["Jakarta", "Yogyakarta"])), Maybe(() => One(["Bentang Pustaka", "Bentang"])), Maybe(() => $"{2000 + random.Next(3)}")))],
            Edition = Maybe(() => One(["Cet. 1", "Edisi revisi", "Cet. 10"])),
            Year = random.Next(3) == 0 ? null : 2000 + random.Next(3),
            Extent = random.Next(3) == 0 ? null : new Extent(random.Next(2) == 0 ? "350 hlm." : "xii, 350 hlm. ; 21 cm", 350),
            Languages = [.. Some(2, () => random.Next(2) == 0 ? "ind" : "ara").Distinct()],
            Notes = [.. Some(3, () => One(Words))],
            Summary = Maybe(() => One(Words) + " " + One(Words)),
            Format = (ResourceFormat)random.Next(3),
        };
    }

    /// <summary>As some library has it: in capitals, in small letters, without diacritics, damaged, or with a stop at the end.</summary>
    private static string Worn(string text, Random random) => random.Next(8) switch
    {
        0 or 1 => text.ToUpperInvariant(),
        2 => text.ToLowerInvariant(),
        3 => string.Concat(text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)),
        4 => text + ".",
        5 => text.Replace("a", "?", StringComparison.Ordinal),
        _ => text,
    };

    private static string? FirstPublisher(BibRecord record) => record.Publications is [var first, ..] ? first.Publisher : null;
}
