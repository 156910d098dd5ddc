using UnionCatalog.Records;
using UnionCatalog.Search.Card;
using UnionCatalog.Tests.Records;

namespace UnionCatalog.Tests.Search.Card;

/// <summary>One description drawn from several records.</summary>
internal sealed class ClusterCardTests
{
    [TestCaseSource(typeof(CardCase), nameof(CardCase.ReadAll))]
    public void The_card_is_as_the_case_says(CardCase item)
    {
        var lines = RecordLines.Of(Draw(item.Records).Description).Select(line => line.Split('=', 2)).ToLookup(line => line[0], line => line[1]);
        using (Assert.EnterMultipleScope())
        {
            foreach (var field in item.Expected.GroupBy(expected => expected.Field, expected => expected.Value))
            {
                Assert.That(lines[field.Key], Is.EqualTo(field.Where(value => value.Length > 0)), field.Key);
            }
        }
    }

    [Test]
    public void Each_value_knows_the_records_it_came_from_the_one_with_these_very_words_first()
    {
        var card = Draw([
            CardCase.ReadRecord("a/1 | title=LASKAR PELANGI | subject=Fiksi | year=2005"),
            CardCase.ReadRecord("a/2 | title=Laskar Pelangi | subject=Belitung | year=2006"),
            CardCase.ReadRecord("b/1 | title=LASKAR PELANGI | subject=FIKSI | year=2005"),
        ]);

        Assert.That(card.Sources[CardField.Title], Is.EqualTo(new[] { new[] { 1, 0, 2 } }));
        Assert.That(card.Sources[CardField.Subjects], Is.EqualTo(new[] { new[] { 0, 2 }, [1] }));
        Assert.That(card.Sources[CardField.Year], Is.EqualTo(new[] { new[] { 0, 2 } }));
        Assert.That(card.Sources, Does.Not.ContainKey(CardField.Summary));
    }

    [Test]
    public void Every_record_of_every_library_is_one_of_the_sources_but_only_so_many_are_named()
    {
        var card = Draw([.. Enumerable.Range(100, 60).Select(number => CardCase.ReadRecord($"lib-{number}/1 | title=Bumi"))]);

        Assert.That(card.Sources[CardField.Title][0], Has.Count.EqualTo(CardLimits.Sources));
    }

    [Test]
    public void Absurd_records_make_a_bounded_card()
    {
        var word = new string('x', 99_000);
        var record = new BibRecord
        {
            Title = new Title("Bumi " + word) { Remainder = word }, Responsibility = word, Summary = word, Contents = word, Edition = word,
            Notes = [.. Enumerable.Range(0, 2_000).Select(number => $"{number} {word}")],
            Subjects = [.. Enumerable.Range(0, 5_000).Select(number => new Subject($"{number} {word}", null))],
            Contributors = [.. Enumerable.Range(0, 2_000).Select(number => new Contributor($"Nama {number}, {word}", ContributorKind.Person))],
            Identifiers = [.. Enumerable.Range(0, 2_000).Select(number => new StandardIdentifier(IdentifierKind.Isbn, $"{number}", word, false))],
        };
        var started = DateTime.UtcNow;

        var card = Draw([.. Enumerable.Range(0, 50).Select(number => (new RecordKey(new SourceId($"lib-{number}"), "1"), record))]);

        Assert.That(DateTime.UtcNow - started, Is.LessThan(TimeSpan.FromSeconds(20)));
        Assert.That(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(card), Has.Length.LessThan(8_000_000));
    }

    [TestCase("Laskar \uD83D")]
    [TestCase("\uDE00 Laskar")]
    public void Half_a_character_is_no_fault_of_the_card(string title) =>
        Assert.That(Draw([(new RecordKey(new SourceId("a"), "1"), new BibRecord { Title = new Title(title) }), CardCase.ReadRecord("b/1 | title=Bumi ā")]).Description.Title.Proper, Is.Not.Empty);

    internal static ClusterCard Draw(IEnumerable<(RecordKey Key, BibRecord Record)> records) => ClusterCard.Draw(ClusterCard.Order(records));
}
