using UnionCatalog.Search.Asking.Reading;

namespace UnionCatalog.Tests.Search.Asking;

/// <summary>How what is typed into the search box is read; see Cases/Search/queries.txt.</summary>
internal sealed class QuestionTests
{
    private const string Arrow = " ⇶ ";

    private static IEnumerable<TestCaseData> Cases() =>
        from line in File.ReadLines(Places.Case("Search/queries.txt"))
        where line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)
        let parts = $"{line} ".Split(Arrow)
        select new TestCaseData(parts[0], parts[1].Trim()).SetArgDisplayNames(parts[0]);

    [TestCaseSource(nameof(Cases))]
    public void What_is_typed_is_read_as_the_cases_say(string typed, string expected) =>
        Assert.That(QuestionText.Of(QuestionReader.Read(typed)), Is.EqualTo(expected));

    [TestCase("a\u0000b\u0007c", "a b c")]
    [TestCase("\u202Ebumi\u202C", "bumi")]
    [TestCase("bumi\u00A0manusia\u3000pram", "bumi manusia pram")]
    [TestCase("", "")]
    public void What_cannot_be_seen_is_a_blank_or_nothing(string typed, string expected) =>
        Assert.That(QuestionText.Of(QuestionReader.Read(typed)), Is.EqualTo(expected));
}
