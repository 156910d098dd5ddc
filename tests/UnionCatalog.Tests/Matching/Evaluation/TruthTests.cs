using UnionCatalog.Matching.Evaluation;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Matching.Evaluation;

/// <summary>Truth tables as people write them.</summary>
internal sealed class TruthTests
{
    [Test]
    public void A_heading_blank_lines_remarks_and_further_columns_are_passed_over()
    {
        var table = TruthTable.Read(["\uFEFFfile\tn\tcluster", "", "# of May", "a.mrc\t1\tx\tchecked", "\"a.mrc\"\t 2 \tx"]);

        Assert.That(table.Rows, Is.EqualTo((TruthRow[])[new(4, "a.mrc", 1, "x"), new(5, "a.mrc", 2, "x")]));
        Assert.That(table.Problems, Is.Empty);
    }

    [Test]
    public void A_row_that_says_nothing_is_told_with_its_line()
    {
        var table = TruthTable.Read(["a\t1\tx", "a\tone\tx", "a\t0\tx", "a 2 x", "\t3\tx", "a\t4\t"]);

        Assert.That(table.Rows, Has.Count.EqualTo(1));
        Assert.That(table.Problems.Select(problem => problem.Line), Is.EqualTo((int[])[2, 3, 4, 5, 6]));
    }

    [TestCase("aco-partners")]
    [TestCase("aco-partners.mrc")]
    [TestCase("aco-partners.mrc.gz")]
    [TestCase("data/aco-partners.mrc.gz")]
    [TestCase("./data/aco-partners.mrc.gz")]
    [TestCase("elsewhere\\aco-partners.mrc.gz")]
    [TestCase("aco-partners.xml")]
    [TestCase("/home/me/data/aco-partners.mrc.gz")]
    public void A_file_can_be_named_with_or_without_its_folder_and_endings(string name) =>
        Assert.That(
            new RecordFileNames(["/home/me/data/aco-partners.mrc.gz", "/home/me/data/aco-worldcat.mrc.gz"]).Find(name),
            Is.EqualTo((string[])["/home/me/data/aco-partners.mrc.gz"]));

    [Test]
    public void A_name_that_two_files_have_says_which_only_with_more_of_the_path()
    {
        var names = new RecordFileNames(["/a/sma-1.mrc", "/b/sma-1.mrc", "/b/sma-1.xml", "/b/sma-1.2.xml"]);

        Assert.That(names.Find("sma-1.mrc"), Has.Count.EqualTo(2));
        Assert.That(names.Find("b/sma-1.mrc"), Is.EqualTo((string[])["/b/sma-1.mrc"]));
        Assert.That(names.Find("sma-1.xml"), Is.EqualTo((string[])["/b/sma-1.xml"]));
        Assert.That(names.Find("sma-1.2"), Is.EqualTo((string[])["/b/sma-1.2.xml"]));
        Assert.That(names.Find("sma-2"), Is.Empty);
    }

    [Test]
    public void A_file_is_shown_by_the_shortest_name_that_is_its_own() =>
        Assert.That(
            RecordFileNames.ShortNames(["/a/sma-1.mrc", "/a/sma-2.mrc.gz", "/a/sma-2.xml", "/b/sma-3.mrc", "/a/sma-3.mrc"]).Values,
            Is.EqualTo((string[])["sma-1", "sma-2.mrc.gz", "sma-2.xml", "/b/sma-3.mrc", "/a/sma-3.mrc"]));

    [Test]
    public void A_cluster_is_in_the_same_half_for_ever_and_the_halves_are_about_equal()
    {
        Assert.That(Enumerable.Range(1, 8).Select(i => Halves.IsTraining($"cluster {i}")), Is.EqualTo((bool[])[true, false, true, false, true, false, false, false]));
        Assert.That(Enumerable.Range(0, 10_000).Count(i => Halves.IsTraining($"cluster {i}")), Is.InRange(4_800, 5_200));
    }

    [Test]
    public void Halving_never_divides_a_cluster_or_a_pair()
    {
        var records = Enumerable.Range(0, 100).Select(i => new MeasuredRecord(new BibRecord(), "a", i)).ToList();
        var set = LabelledSet.Of("many", records, [.. records.Select(record => $"c{record.Number / 3}")]);

        var (train, test) = (set.Half(isTraining: true), set.Half(isTraining: false));

        Assert.That(train.Records.Concat(test.Records), Is.EquivalentTo(records));
        Assert.That(train.Names.Intersect(test.Names), Is.Empty);
        Assert.That((train.Name, test.Name), Is.EqualTo(("many-train", "many-test")));
    }
}
