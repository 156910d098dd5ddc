using UnionCatalog.Records.Text;

namespace UnionCatalog.Tests.Records.Text;

internal sealed class TextProperties
{
    private const string Alphabet = "0123456789Xx -–()[]/.,;:+abcihlmpS\u0301\u0323\u00e9\u1100\u1161\u11a8\uac00\u0000\ud800\udc00\ufeffم٣";

    [Test]
    public void Nothing_throws_and_cleaning_twice_changes_nothing()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var clean = DescriptionText.Clean(text);
            Assert.That(DescriptionText.Clean(clean), Is.EqualTo(clean));
            Assert.That(DescriptionText.FindYear(text), Is.Null.Or.InRange(1000, DescriptionText.LatestYear));
            Assert.That(DescriptionText.ReadExtent(text).Pages, Is.Null.Or.InRange(1, 99_999));
            Assert.That(IdentifierParser.ReadIsbns(text).Count(isbn => isbn.IsValid && isbn.Value.Length != 13), Is.Zero);
            Assert.That(IdentifierParser.ReadIssns(text).Count(issn => issn.IsValid && issn.Value.Length != 9), Is.Zero);
            _ = LanguageCodes.Find(text);
        }
    }

    [Test]
    public void Any_single_wrong_digit_makes_an_isbn_invalid()
    {
        const string Right = "9786020000015";
        var wrong = from place in Enumerable.Range(3, 10)
                    from digit in "0123456789"
                    where digit != Right[place]
                    select Right[..place] + digit + Right[(place + 1)..];
        Assert.That(wrong.Where(isbn => IdentifierParser.ReadIsbns(isbn)[0].IsValid), Is.Empty);
    }

    [TestCase("0123456789 ")]
    [TestCase("xiv, ")]
    [TestCase("1 1 1-")]
    [TestCase("(")]
    [TestCase("a\u0301\u0323")]
    [TestCase("1998 H/")]
    public void A_megabyte_is_read_as_far_as_is_sensible(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        Assert.That(DescriptionText.Clean(text)!, Has.Length.LessThanOrEqualTo(DescriptionText.LongestText));
        Assert.That(LanguageCodes.Find(text), Is.Null);
        Assert.DoesNotThrow(() =>
        {
            _ = DescriptionText.FindYear(text);
            _ = DescriptionText.ReadExtent(text);
            _ = IdentifierParser.ReadIsbns(text);
            _ = IdentifierParser.ReadIssns(text);
        });
    }
}
