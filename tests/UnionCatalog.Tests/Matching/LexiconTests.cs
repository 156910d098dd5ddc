using UnionCatalog.Matching.Features;

namespace UnionCatalog.Tests.Matching;

/// <summary>The tables that a librarian can extend say something in every row, once it is folded as records are.</summary>
internal sealed class LexiconTests
{
    private static readonly string[][] Lexicon = [.. Table.Rows("lexicon.tsv")];
    private static readonly string[][] Publishers = [.. Table.Rows("publishers.tsv")];

    [Test]
    public void Every_word_of_the_lexicon_folds_to_something() => Assert.Multiple(() =>
    {
        Assert.That(Lexicon, Has.Length.AtLeast(100));
        Assert.That(Lexicon.Where(row => row.Length < 2 || Folding.Words(row[1]).Count == 0).Select(Show), Is.Empty);
    });

    // Words that a language is known by are read as they are printed: unfolded, "and" and "dan" are two.
    [Test]
    public void No_two_rows_of_the_lexicon_fold_to_the_same_and_mean_something_else() => Assert.That(
        Lexicon.Where(row => row[0] != "language").GroupBy(row => (row[0], string.Join(' ', Folding.Words(row[1]))))
            .Where(rows => rows.Select(row => string.Join('\t', row.Skip(2))).Distinct().Count() > 1)
            .Select(rows => string.Join(" / ", rows.Select(Show))),
        Is.Empty);

    [Test]
    public void Every_publisher_and_every_other_name_of_it_folds_to_something() => Assert.Multiple(() =>
    {
        Assert.That(Publishers, Has.Length.AtLeast(20));
        Assert.That(Publishers.Where(row => row.Length < 2 || Folding.Words(row[0]).Count == 0 || Folding.Words(row[1]).Count == 0).Select(Show), Is.Empty);
    });

    [Test]
    public void Every_other_name_of_a_publisher_leads_to_its_name() => Assert.That(
        Publishers.Where(row => PublisherFeature.Read(row[0])?.Name is not { } name || name != PublisherFeature.Read(row[1])?.Name)
            .Select(row => $"{Show(row)}: {PublisherFeature.Read(row[0])?.Name}, {PublisherFeature.Read(row[1])?.Name}"),
        Is.Empty);

    private static string Show(string[] row) => string.Join(" | ", row);
}
