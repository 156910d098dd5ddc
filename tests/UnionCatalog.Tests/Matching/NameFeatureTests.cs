using UnionCatalog.Matching.Features;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Matching;

internal sealed class NameFeatureTests
{
    private static IEnumerable<TestCaseData> Cases() => File.ReadLines(Places.Case("Matching/names.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .Select(row => new TestCaseData(row[0], row[1], row[2] == "same"));

    [TestCaseSource(nameof(Cases))]
    public void Two_names_can_be_of_one_person_or_not(string one, string other, bool expected)
    {
        var (left, right) = (Read(one), Read(other));

        Assert.Multiple(() =>
        {
            Assert.That(left.Agrees(right), Is.EqualTo(expected), $"{left} | {right}");
            Assert.That(right.Agrees(left), Is.EqualTo(expected), $"{right} | {left}");
        });
    }

    [TestCase("")]
    [TestCase(" , ; ")]
    [TestCase("(...)")]
    public void A_name_of_nothing_is_no_name(string name) =>
        Assert.That(NameFeature.Read(new Contributor(name, ContributorKind.Person)), Is.Null);

    private static NameFeature Read(string name) => NameFeature.Read(new Contributor(name, ContributorKind.Person))!;
}
