using UnionCatalog.Exporting;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Exporting;

/// <summary>What is exported is what we would read: each form goes through our own reader, for every edition of the demo.</summary>
public sealed class RoundTripTests
{
    private static readonly HoldingsMapping Items = new() { ItemTag = "852", Branch = "b", ShelfLocation = "c", CallNumber = "h", Barcode = "p", Note = "z" };

    private IReadOnlyList<ExportedEdition> _editions = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _editions = await DemoEditions.ExportedAsync();

    [TestCase("marc21", MetadataFormat.Iso2709)]
    [TestCase("marcxml", MetadataFormat.MarcXml)]
    [TestCase("mods", MetadataFormat.Mods)]
    public void The_rich_forms_bring_back_the_description(string form, MetadataFormat format) => Assert.Multiple(() =>
    {
        foreach (var edition in _editions)
        {
            var (there, back) = (edition.Description, Read(form, format, edition));
            Assert.That(back.Title.Proper, Is.EqualTo(there.Title.Proper), edition.Id);
            Assert.That(back.Title.Remainder, Is.EqualTo(there.Title.Remainder), edition.Id);
            Assert.That((back.Title.PartNumber, back.Title.PartName), Is.EqualTo((there.Title.PartNumber, there.Title.PartName)), edition.Id);
            Assert.That(back.Contributors.Select(one => one.Name).Distinct(), Is.EquivalentTo(there.Contributors.Select(one => one.Name).Distinct()), edition.Id);
            Assert.That(back.Publications.Select(one => (one.Place, one.Publisher)), Is.EquivalentTo(there.Publications.Select(one => (one.Place, one.Publisher))), edition.Id);
            Assert.That(back.Year, Is.EqualTo(there.Year), edition.Id);
            Assert.That(back.Edition, Is.EqualTo(there.Edition), edition.Id);
            Assert.That(back.Languages, Is.EqualTo(there.Languages), edition.Id);
            Assert.That(Numbers(back), Is.EquivalentTo(Numbers(there)), edition.Id);
            Assert.That(back.Subjects.Select(subject => subject.Text), Is.EquivalentTo(there.Subjects.Select(subject => subject.Text).Distinct()), edition.Id);
            Assert.That(back.Series.Select(series => (series.Title, series.Volume)), Is.EqualTo(there.Series.Select(series => (series.Title, series.Volume))), edition.Id);
            Assert.That(back.Extent?.Pages, Is.EqualTo(there.Extent?.Pages), edition.Id);
            Assert.That(back.Format, Is.EqualTo(there.Format == ResourceFormat.Unknown ? back.Format : there.Format), edition.Id);
            Assert.That(back.Summary, Is.EqualTo(there.Summary), edition.Id);
        }
    });

    [Test]
    public void Dublin_Core_brings_back_what_it_has_room_for() => Assert.Multiple(() =>
    {
        foreach (var edition in _editions)
        {
            var (there, back) = (edition.Description, Read("dc", MetadataFormat.OaiDc, edition));
            Assert.That(OneLine(back.Title), Is.EqualTo(OneLine(there.Title)), edition.Id);
            Assert.That(back.Contributors.Select(one => one.Name).Distinct(), Is.EquivalentTo(there.Contributors.Select(one => one.Name).Distinct()), edition.Id);
            Assert.That(back.Year, Is.EqualTo(there.Year), edition.Id);
            Assert.That(back.Languages, Is.EqualTo(there.Languages), edition.Id);
            Assert.That(Numbers(back), Is.EquivalentTo(Numbers(there)), edition.Id);
            Assert.That(back.Format, Is.EqualTo(there.Format == ResourceFormat.Unknown ? back.Format : there.Format), edition.Id);
        }
    });

    [TestCase("marc21", MetadataFormat.Iso2709)]
    [TestCase("marcxml", MetadataFormat.MarcXml)]
    public void Every_item_comes_along_with_its_call_number_shelf_and_barcode(string form, MetadataFormat format)
    {
        foreach (var edition in _editions)
        {
            Assert.That(
                Read(form, format, edition).Holdings.Select(item => (item.CallNumber, item.ShelfLocation, item.Barcode)),
                Is.EquivalentTo(edition.Libraries.SelectMany(library => library.Holdings).Select(item => (item.CallNumber, item.ShelfLocation, item.Barcode))), edition.Id);
        }
    }

    private static BibRecord Read(string form, MetadataFormat format, ExportedEdition edition) =>
        RecordReader.Read(format, ExportForms.FindByName(form)!.Write(edition), Items) is RecordReading.Readable read
            ? read.Record
            : throw new AssertionException($"{edition.Id} cannot be read as {format}");

    /// <summary>Dublin Core has one place for a title; where its parts begin a reader can often only guess.</summary>
    private static string OneLine(Title title) => TitleLine.Of(title, " : ");

    private static IEnumerable<string> Numbers(BibRecord record) =>
        record.Identifiers.Where(one => one is { IsValid: true, Kind: IdentifierKind.Isbn or IdentifierKind.Issn }).Select(one => one.Value).Distinct();
}
