using UnionCatalog.Search;
using UnionCatalog.Search.Asking.Reading;

namespace UnionCatalog.Tests.Search.Asking;

/// <summary>Whatever is typed is read, and the search answers it or says what is too much.</summary>
internal sealed class RandomQuestionTests
{
    private static readonly string[] Pieces =
    [
        "bumi", "manusia", "hirata", "laskra", "al-", "Qur'an", "الأيام", "日本語", "e-book", "2005", "899.221", "ii", "*", "**", "pel*", "m*s*a", "-", "--", "−", "OR", "ATAU", "|",
        "\"", "“", "”", "«", "'", "‘", "’", "judul:", "pengarang:", "tahun:", "kelas:", "bahasa:", "isbn:", "perpustakaan:", "tempat:", "format:", "panggil:", ":", "..", "1990..2005",
        "500..599", "(", ")", "&", "/", "\\", "%", "_", "?", "\0", "\u0007", "\u202E", "\u200F", "\uFEFF", "\uD83D", "\uDE00", "😀", "\t", "\n", " ", " ", " ",
        "'; DROP TABLE records; --", "<script>alert(1)</script>", "{{7*7}}", "979-3062-79-7", "ISSN", "0125-9016", "ß", "İ", "ﷺ",
    ];

    [TestCase(600)]
    [TestCase(3_000, Category = "Long")]
    public async Task Any_text_is_read_and_answered(int questions)
    {
        var search = (await DemoBench.Bench).Search;
        var random = new Random(6);
        for (var round = 0; round < questions; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            try
            {
                Assert.That(QuestionText.Of(QuestionReader.Read(text)), Is.Not.Null);
                Assert.That(search.Search(new SearchRequest { Text = text, Size = 1 }).Total, Is.Not.Negative);
            }
            catch (Exception failed) when (failed is not AssertionException)
            {
                Assert.Fail($"'{text}' in round {round}: {failed}");
            }
        }
    }

    [Test]
    public async Task What_is_too_much_is_refused_with_its_field()
    {
        var search = (await DemoBench.Bench).Search;
        var clauses = string.Join(' ', Enumerable.Range(0, 500).Select(number => $"{number % 10}"));
        var patterns = string.Join(' ', Enumerable.Range(0, 45).Select(number => $"{(char)('a' + (number % 26))}{number}*"));
        string[] texts = [new('x', 10_000), string.Join(' ', Enumerable.Range(100, 200)), patterns, "\"" + string.Join(' ', Enumerable.Range(100, 200)) + "\"", string.Join('-', Enumerable.Range(100, 200))];

        Assert.That(() => search.Search(new SearchRequest { Text = clauses }), Throws.Nothing, "the same ten words five hundred times are ten words");
        foreach (var text in texts)
        {
            Assert.That(() => search.Search(new SearchRequest { Text = text }), Throws.TypeOf<InvalidSearchException>().With.Property("Field").EqualTo("q"), text[..20]);
        }
    }

    [Test]
    public async Task Fifty_words_that_nothing_has_are_looked_for()
    {
        var search = (await DemoBench.Bench).Search;
        var letters = Enumerable.Range(0, 50).Select(number => $"zq{(char)('a' + (number % 26))}{(char)('a' + (number / 26))}lamit");

        Assert.That(() => search.Search(new SearchRequest { Text = string.Join(' ', letters) }), Throws.Nothing);
    }
}
