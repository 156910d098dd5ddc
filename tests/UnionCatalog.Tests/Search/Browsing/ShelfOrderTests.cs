using UnionCatalog.Search.Browsing;

namespace UnionCatalog.Tests.Search.Browsing;

/// <summary>Call numbers, held against shelves that librarians put in order.</summary>
public sealed class ShelfOrderTests
{
    [Test]
    public void Call_numbers_stand_as_on_the_shelf()
    {
        var shelf = File.ReadLines(Places.Case("Search/shelf-order.txt")).Where(line => line.Length > 0 && line[0] != '#').ToList();
        var shuffled = shelf.ToArray();
        new Random(20_261_126).Shuffle(shuffled);

        Assert.That(shelf, Has.Count.GreaterThan(20));
        Assert.That(shuffled.OrderBy(number => FilingKey.Of(BrowseList.CallNumber, number), StringComparer.Ordinal), Is.EqualTo(shelf));
    }

    [TestCase("899.221 3 TOH r", "899.2213 Toh R")]
    [TestCase(" 813  HIR  l ", "813 hir l.")]
    public void Spellings_of_one_number_stand_together(string one, string other) =>
        Assert.That(FilingKey.Of(BrowseList.CallNumber, one), Is.EqualTo(FilingKey.Of(BrowseList.CallNumber, other)).And.Not.Empty);

    [TestCase("...")]
    [TestCase("- / -")]
    [TestCase("")]
    public void What_has_neither_letter_nor_digit_is_not_filed(string text) =>
        Assert.That(Enum.GetValues<BrowseList>().Select(list => FilingKey.Of(list, text)), Has.All.Empty);

    [Test]
    public void A_number_without_end_is_filed_within_the_limits() =>
        Assert.That(FilingKey.Of(BrowseList.CallNumber, string.Join(' ', Enumerable.Repeat("899.221 333 1", 400))).Length, Is.LessThanOrEqualTo(BrowseTerm.KeyLength));
}
