using UnionCatalog.Records;
using UnionCatalog.Search;

namespace UnionCatalog.Tests.Search;

/// <summary>One description drawn from several records.</summary>
internal sealed class ClusterDescriptionTests
{
    private static readonly BibRecord Full = new()
    {
        Title = new Title("LASKAR PELANGI"), Responsibility = "Andrea Hirata", Year = 2005, Edition = "Cet. 1",
        Contributors = [new Contributor("Hirata, Andrea", ContributorKind.Person)], Subjects = [new Subject("Persahabatan", null), new Subject("Fiksi", null)],
        Publications = [new Publication("Yogyakarta", "Bentang", "2005")], Notes = ["Tetralogi"],
    };

    private static readonly BibRecord Plain = new()
    {
        Title = new Title("Laskar Pelangi") { Remainder = "sebuah novel" }, Summary = "Sepuluh anak Belitong.",
        Subjects = [new Subject("FIKSI", null), new Subject("Belitung", null)], Format = ResourceFormat.Book, Languages = ["ind"],
        Links = [new RecordLink(new Uri("http://opac/1"), null, RecordLinkKind.CatalogPage)],
    };

    [TestCase(true)]
    [TestCase(false)]
    public void The_fullest_leads_gaps_are_filled_and_capitals_give_way(bool fullFirst)
    {
        var drawn = ClusterDescription.Draw(fullFirst ? [Full, Plain] : [Plain, Full]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(drawn.Title, Is.EqualTo(new Title("Laskar Pelangi") { Remainder = "sebuah novel" }));
            Assert.That(drawn.Responsibility, Is.EqualTo("Andrea Hirata"));
            Assert.That(drawn.Year, Is.EqualTo(2005));
            Assert.That(drawn.Summary, Is.EqualTo("Sepuluh anak Belitong."));
            Assert.That(drawn.Format, Is.EqualTo(ResourceFormat.Book));
            Assert.That(drawn.Languages, Is.EqualTo(["ind"]));
            Assert.That(drawn.Subjects.Select(subject => subject.Text), Is.EqualTo(["Fiksi", "Belitung", "Persahabatan"]), "each once, and not shouted where one library does not");
            Assert.That(drawn.Links, Is.Empty, "a page in one library's catalogue stays with that library");
        }
    }

    [Test]
    public void A_class_number_written_with_and_without_a_space_stands_once()
    {
        var drawn = ClusterDescription.Draw(
        [
            new BibRecord { Classifications = [new(ClassificationScheme.Ddc, "899.221 3"), new(ClassificationScheme.Local, "899.221 3 HIR l")] },
            new BibRecord { Classifications = [new(ClassificationScheme.Ddc, "899.2213")] },
        ]);

        Assert.That(drawn.Classifications.Select(number => number.Number), Is.EqualTo(["899.221 3", "899.221 3 HIR l"]));
    }

    [Test]
    public void A_title_in_capitals_stands_where_there_is_no_other() =>
        Assert.That(ClusterDescription.Draw([Full, Full]).Title.Proper, Is.EqualTo("LASKAR PELANGI"));

    [TestCase("KBBI")]
    [TestCase("1984")]
    [TestCase("علم الاقتصاد")]
    [TestCase("ꦲꦏ꧀ꦱꦫꦗꦮ")]
    public void Short_names_numbers_and_scripts_without_capitals_are_not_shouted(string title) =>
        Assert.That(ClusterDescription.Draw([new BibRecord { Title = new Title(title), Year = 2005, Summary = "x", Edition = "1", Responsibility = "x", Cover = new Uri("http://x/") }, Plain]).Title.Proper, Is.EqualTo(title));

    [Test]
    public void Records_without_a_title_make_an_entry_without_one() =>
        Assert.That(ClusterDescription.Draw([new BibRecord()]).Title, Is.EqualTo(Title.None));
}
