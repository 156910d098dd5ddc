using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Features;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Matching;

internal sealed class OldSpellingTests
{
    // Pairs of words attested in real catalogues, and with them words that only look like pairs.
    private static IEnumerable<(string Old, string New)> Attested() => File
        .ReadLines(Places.Shared("data/codelists/old_new_spelling_attested.tsv"))
        .Skip(1)
        .Select(line => line.Split('\t'))
        .Select(columns => (columns[0], columns[2]));

    [Test]
    public void Every_attested_pair_is_one_name() => Assert.That(
        Attested().Where(pair => !Name(pair.Old + " Abdullah").Agrees(Name(pair.New + " Abdullah"))), Is.Empty);

    [Test]
    public void A_pair_that_differs_only_in_j_and_y_is_not_one_title_and_every_other_is()
    {
        var wrong = Attested().Where(pair =>
            (Compare(pair.Old + " bangsa", pair.New + " bangsa") is Level.Equal or Level.EqualCommon) == DiffersOnlyInJ(pair.Old, pair.New));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void A_title_with_another_mark_of_the_old_spelling_has_j_for_y() => Assert.That(
        Attested().Where(pair => Compare($"Boekoe {pair.Old} bangsa", $"Buku {pair.New} bangsa") is not (Level.Equal or Level.EqualCommon)), Is.Empty);

    // "djaja" has a mark of its own, so its second j may be a y.
    private static bool DiffersOnlyInJ(string old, string modern) =>
        !OldSpelling.IsMarked(old) && !OldSpelling.IsMarked(modern) && OldSpelling.Modernise(old) != OldSpelling.Modernise(modern);

    private static NameFeature Name(string name) => NameFeature.Read(new Contributor(name, ContributorKind.Person))!;

    private static Level Compare(string left, string right) =>
        TitleComparison.Compare(TitleFeature.Read(new Title(left), null, []).Title, TitleFeature.Read(new Title(right), null, []).Title);
}
