using UnionCatalog.Matching.Evaluation;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Matching.Evaluation;

/// <summary>Nothing by which a record could be known is left, and nothing that describes it is lost.</summary>
internal sealed class HiddenIdentifiersTests
{
    [Test]
    public void Identifiers_numbers_links_and_items_are_gone()
    {
        var hidden = HiddenIdentifiers.Of(new BibRecord
        {
            Identifiers = [new(IdentifierKind.Isbn, "9789793062792", "979-3062-79-7", IsValid: true)],
            ControlNumbers = [new("12345", "OCoLC")],
            Series = [new("Seri sastra", "3") { Issn = "0126-1234" }],
            Links = [new(new Uri("https://example.org/9789793062792"), null, RecordLinkKind.CatalogPage)],
            Cover = new Uri("https://example.org/9789793062792.jpg"),
            Holdings = [new Holding { Barcode = "B001" }],
            Title = new Title("Laskar pelangi"),
            Year = 2005,
        });

        Assert.That((hidden.Identifiers.Count, hidden.ControlNumbers.Count, hidden.Links.Count, hidden.Holdings.Count, hidden.Cover), Is.EqualTo((0, 0, 0, 0, (Uri?)null)));
        Assert.That(hidden.Series, Is.EqualTo((SeriesStatement[])[new("Seri sastra", "3")]));
        Assert.That((hidden.Title.Proper, hidden.Year), Is.EqualTo(("Laskar pelangi", 2005)));
    }

    [TestCase("Terbit juga dengan ISBN 979-3062-79-7 (pbk.)", "Terbit juga dengan (pbk.)")]
    [TestCase("978-602-298-433-7", null)]
    [TestCase("Lihat juga 9786022984337 dan 9793062797.", "Lihat juga dan .")]
    [TestCase("Also 0317-8471", "Also")]
    [TestCase("ISSN: 1234-5678", null)]
    [TestCase("(OCoLC)33110164", null)]
    [TestCase("doi 10.1000/xyz-1 di https://example.org/a", "di")]
    [TestCase("Sejarah 1945-1949, 200 halaman", "Sejarah 1945-1949, 200 halaman")]
    public void Numbers_in_a_note_are_gone(string note, string? left)
    {
        var hidden = HiddenIdentifiers.Of(new BibRecord { Notes = [note], Summary = note, Contents = note });

        Assert.That((hidden.Notes.SingleOrDefault(), hidden.Summary, hidden.Contents), Is.EqualTo((left, left, left)));
    }

    [TestCase("Seri 1001 malam", "Seri 1001 malam")]
    [TestCase("Sejarah Indonesia 1945-1950", "Sejarah Indonesia 1945-1950")]
    [TestCase("Laskar pelangi 9789793062792", "Laskar pelangi")]
    [TestCase("3,141592653589793", "3,141592653589793")]
    public void A_title_loses_nothing_but_what_looks_like_an_ISBN(string title, string left) =>
        Assert.That(HiddenIdentifiers.Of(new BibRecord { Title = new Title(title) }).Title.Proper, Is.EqualTo(left));
}
