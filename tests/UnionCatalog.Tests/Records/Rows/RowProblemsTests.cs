using UnionCatalog.Records.Rows;

namespace UnionCatalog.Tests.Records.Rows;

/// <summary>A school reads what is wrong with its sheet in its own language.</summary>
internal sealed class RowProblemsTests
{
    [Test]
    public void Every_problem_of_the_cases_is_told_in_indonesian()
    {
        var told = Directory.GetFiles(Places.Case("Records/Rows"), "*.txt").SelectMany(File.ReadAllLines)
            .Where(line => line.StartsWith("warning=", StringComparison.Ordinal) || line.Contains(" set aside: ", StringComparison.Ordinal))
            .Select(line => line[(line.StartsWith("warning=", StringComparison.Ordinal) ? "warning=".Length : line.IndexOf(": ", StringComparison.Ordinal) + 2)..])
            .ToList();

        Assert.That(told, Has.Count.GreaterThan(5));
        Assert.That(told.Where(words => RowProblems.InIndonesian(words) is null), Is.Empty);
    }

    [Test]
    public void What_the_row_has_stands_in_both_languages() =>
        Assert.That(
            RowProblems.InIndonesian(RowProblems.Say("cells", 12, 11)),
            Is.EqualTo("Baris ini punya 12 sel, judul kolomnya 11: salah satu selnya berisi koma, titik koma, atau tab tanpa tanda kutip."));

    [Test]
    public void What_is_no_problem_of_a_row_is_not_translated() => Assert.That(RowProblems.InIndonesian("The record is damaged."), Is.Null);
}
