using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Matching;

/// <summary>The generated network is what it says: the same each time, readable, and true.</summary>
internal sealed class GeneratedRecordsTests
{
    private const int Count = 4_000;

    private static readonly ErrorRates NoErrors = Without();

    [Test]
    public void The_same_seed_and_count_give_the_same_records()
    {
        var again = new GeneratedRecords(7, Count).All();
        Assert.That(new GeneratedRecords(7, Count).All().Select(Fingerprint), Is.EqualTo(again.Select(Fingerprint)));
        Assert.That(new GeneratedRecords(8, Count).All().Select(Fingerprint).Intersect(again.Select(Fingerprint)), Is.Empty);
    }

    [Test]
    public void There_are_as_many_records_as_asked_for_each_under_a_key_of_its_own()
    {
        var keys = new GeneratedRecords(7, Count).All().Select(record => record.Key).ToList();
        Assert.That(keys, Has.Count.EqualTo(Count).And.Unique);
    }

    [Test]
    public void Every_record_can_be_read_and_has_a_title()
    {
        Assert.That(new GeneratedRecords(7, Count).All().Select(record => record.Read().Title.Proper), Has.None.Empty);
        Assert.That(new WorstCases(7, 500, 500).All().Select(record => record.Read().Title.Proper), Has.None.Empty);
    }

    [Test]
    public void About_half_of_the_records_are_Dublin_Core_and_the_rest_MARC()
    {
        var formats = new GeneratedRecords(7, 10_000).All().CountBy(record => record.Format).ToDictionary();
        Assert.That(formats[MetadataFormat.OaiDc], Is.InRange(3_500, 6_500));
        Assert.That(formats[MetadataFormat.OaiDc] + formats[MetadataFormat.MarcXml], Is.EqualTo(10_000));
    }

    [Test]
    public void Most_editions_are_held_by_few_libraries_and_few_by_many()
    {
        var held = new GeneratedRecords(7, 20_000).All().CountBy(record => record.Edition).Select(edition => edition.Value).ToList();
        Assert.That(held, Has.Count.InRange(6_000, 9_000));
        Assert.That(held.Count(count => count == 1), Is.GreaterThan(held.Count / 3));
        Assert.That(held.Max(), Is.GreaterThan(40));
    }

    [Test]
    public void Without_errors_a_record_says_the_year_and_pages_and_ISBN_of_its_edition()
    {
        var network = new GeneratedRecords(7, Count, NoErrors);
        foreach (var generated in network.All())
        {
            var (record, edition) = (generated.Read(), network.Shelf.Draw(generated.Edition));
            Assert.That(record.Year, Is.EqualTo(edition.Year));
            Assert.That(record.Extent?.Pages ?? 0, Is.EqualTo(edition.Pages));
            Assert.That(record.Identifiers.Where(one => one.Kind == IdentifierKind.Isbn).Select(one => one.Value), Is.EqualTo(new[] { edition.Isbn }.OfType<string>()));
        }
    }

    [Test]
    public void No_two_editions_have_one_ISBN()
    {
        var shelf = new Shelf(7, 20_000);
        Assert.That(Enumerable.Range(0, shelf.Editions).Select(shelf.Draw).Select(edition => edition.Isbn).OfType<string>(), Is.Unique);
    }

    [Test]
    public void Editions_of_one_work_can_be_told_apart()
    {
        var shelf = new Shelf(7, 20_000);
        var alike = Enumerable.Range(0, shelf.Editions).Select(shelf.Draw)
            .GroupBy(edition => (shelf.WorkOf(edition.Number), edition.Title, edition.Volume, edition.School, edition.Publisher.Name, edition.EditionNumber, edition.Year))
            .Where(same => same.Skip(1).Any());
        Assert.That(alike, Is.Empty);
    }

    [Test]
    public void Errors_come_as_often_as_they_are_said_to()
    {
        var network = new GeneratedRecords(7, 5_000);
        var (with, missing) = (0, 0);
        foreach (var record in network.All().Where(record => network.Shelf.Draw(record.Edition).Isbn is not null))
        {
            with++;
            missing += record.Read().Identifiers.Any(one => one.Kind == IdentifierKind.Isbn) ? 0 : 1;
        }

        Assert.That((double)missing / with, Is.EqualTo(ErrorRates.Usual.IsbnMissing).Within(0.03));
    }

    private static string Fingerprint(GeneratedRecord record) => $"{record.Key} {record.Edition} {Convert.ToBase64String(record.Metadata.Span)}";

    private static ErrorRates Without()
    {
        var rates = new ErrorRates();
        foreach (var rate in typeof(ErrorRates).GetProperties().Where(property => property.PropertyType == typeof(double)))
        {
            rate.SetValue(rates, 0.0);
        }

        return rates;
    }
}
