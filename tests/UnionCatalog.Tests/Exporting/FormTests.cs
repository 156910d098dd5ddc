using System.Text;
using System.Xml.Linq;
using UnionCatalog.Exporting;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Exporting;

/// <summary>The forms of a few books, to the letter: Cases/Exporting/forms/NAME.facts and beside it each form.</summary>
public sealed class FormTests
{
    public static IEnumerable<TestCaseData> Cases() =>
        from facts in Directory.EnumerateFiles(Places.Case("Exporting/forms"), "*.facts").Order(StringComparer.Ordinal)
        from form in ExportForms.All
        select new TestCaseData(Path.GetFileNameWithoutExtension(facts), form.Name);

    [TestCaseSource(nameof(Cases))]
    public void A_book_is_written_to_the_letter(string name, string form)
    {
        var edition = FactRecord.Edition(File.ReadAllLines(Places.Case($"Exporting/forms/{name}.facts")));
        var writer = ExportForms.FindByName(form)!;
        var written = Shown(Encoding.UTF8.GetString(writer.Write(edition)));
        Rewrite($"Exporting/forms/{name}.{writer.Ending}", written);

        Assert.That(written, Is.EqualTo(File.ReadAllText(Places.Case($"Exporting/forms/{name}.{writer.Ending}")).TrimEnd('\n')));
    }

    [Test]
    public void Names_media_types_and_endings_are_each_of_one_form()
    {
        Assert.That(ExportForms.All.Select(form => form.Name), Is.Unique);
        Assert.That(ExportForms.All.Select(form => form.MediaType), Is.Unique);
        Assert.That(ExportForms.All.SelectMany(form => new[] { form.Ending, form.OtherEnding }).OfType<string>(), Is.Unique);
    }

    [Test]
    public void The_readme_has_every_form_with_its_address_and_media_type() => Assert.That(
        File.ReadAllLines(Path.Combine(Places.Root, "README.md")).Where(line => line.Contains("`/records/ID.", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(cell => (cell[3], cell[4])),
        Is.EqualTo(ExportForms.All.Select(form => ($"`/records/ID.{form.Ending}`", $"`{form.MediaType}`"))));

    [Test]
    public void Every_kind_of_thing_has_a_word_in_every_form([Values] ResourceFormat format) =>
        Assert.That(ExportForms.All.Select(form => form.Write(FactRecord.Edition([$"format={format}", "title=Peta"])).Length), Has.All.Positive);

    [Test]
    public void Dublin_Core_has_its_fifteen_elements_and_no_others()
    {
        string[] fifteen = ["title", "creator", "subject", "description", "publisher", "contributor", "date", "type", "format", "identifier", "source", "language", "relation", "coverage", "rights"];
        var record = XDocument.Parse(Encoding.UTF8.GetString(ExportForms.FindByName("dc")!.Write(HostileEdition.Of("x")))).Root!;

        Assert.That(record.Elements().Select(element => element.Name.ToString()).Distinct(), Is.SubsetOf(fifteen.Select(name => $"{{http://purl.org/dc/elements/1.1/}}{name}")));
        Assert.That(record.Descendants().SelectMany(element => element.Attributes()).Where(attribute => !attribute.IsNamespaceDeclaration), Is.Empty);
    }

    [Test]
    public void An_item_that_no_longer_fits_into_a_record_of_MARC_is_left_out_and_the_title_never()
    {
        var items = Enumerable.Range(0, 5_000).Select(number => ("sman-1", new Holding { CallNumber = "899.221 3 TOE b", Barcode = $"B{number:00000}" })).ToArray();
        var edition = FactRecord.Edition(new BibRecord { Title = new Title("Bumi manusia"), Notes = [.. Enumerable.Repeat(new string('n', 5_000), 20)] }, items);
        var record = ExportForms.FindByName("marc21")!.Write(edition);
        var back = ((RecordReading.Readable)RecordReader.Read(MetadataFormat.Iso2709, record, new HoldingsMapping { ItemTag = "852", Barcode = "p" })).Record;

        Assert.That(record, Has.Length.LessThanOrEqualTo(99_999));
        Assert.That(back.Title.Proper, Is.EqualTo("Bumi manusia"));
        Assert.That(back.Holdings, Has.Count.InRange(1_000, 4_999));
        Assert.That(back.Notes, Is.Empty, "items go before notes");
    }

    /// <summary>The separators of ISO 2709 and line ends, as they can be seen in a file.</summary>
    private static string Shown(string text) => text.Replace('\u001D', '␝').Replace("\u001E", "␞\n", StringComparison.Ordinal).Replace('\u001F', '‡').Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');

    /// <summary>With UNION_CATALOG_CASES set, writes what is there now, to be looked at and committed.</summary>
    private static void Rewrite(string path, string written)
    {
        if (Environment.GetEnvironmentVariable("UNION_CATALOG_CASES") is { Length: > 0 })
        {
            File.WriteAllText(Path.Combine(Places.Root, "tests", "UnionCatalog.Tests", "Cases", path), written + "\n");
            File.WriteAllText(Places.Case(path), written + "\n");
        }
    }
}
