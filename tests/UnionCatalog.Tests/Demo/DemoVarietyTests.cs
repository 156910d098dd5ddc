using System.Text.RegularExpressions;

namespace UnionCatalog.Tests.Demo;

/// <summary>Every kind of difficulty that the demo was made to show is still in it.</summary>
internal sealed partial class DemoVarietyTests
{
    private static IEnumerable<IGrouping<string, DemoRecord>> Editions => DemoNetwork.Editions;

    [Test]
    public void Some_libraries_write_the_ISBN_in_10_digits_and_others_in_13() =>
        Assert.That(Editions.Count(edition => HasIsbnOf(10, edition) && HasIsbnOf(13, edition)), Is.AtLeast(10));

    [Test]
    public void Some_records_leave_out_the_ISBN_or_the_year_that_others_give()
    {
        Assert.That(Editions.Count(edition => HasIsbnOf(13, edition) && edition.Any(record => record.StandardNumbers.Count == 0)), Is.AtLeast(10), "ISBN");
        Assert.That(Editions.Count(edition => edition.Any(record => record.Year != "") && edition.Any(record => record.Year == "")), Is.AtLeast(10), "year");
    }

    [Test]
    public void Some_editions_are_written_in_the_old_spelling_and_in_the_new() =>
        Assert.That(Editions.Count(edition => DiffersInSpellingOnly(edition, record => record.Title) || DiffersInSpellingOnly(edition, record => record.Author)), Is.AtLeast(10));

    [Test]
    public void Some_names_are_inverted_and_not() =>
        Assert.That(Editions.Count(edition => edition.Any(record => record.Author.Contains(", ", StringComparison.Ordinal))
            && edition.Any(record => record.Author != "" && !record.Author.Contains(',', StringComparison.Ordinal))), Is.AtLeast(50));

    [Test]
    public void Some_subtitles_are_missing_on_one_side() =>
        Assert.That(Editions.Count(edition => edition.Any(one => edition.Any(other =>
            Plain(other.Title).StartsWith(Plain(one.Title) + " ", StringComparison.Ordinal)))), Is.AtLeast(10));

    [Test]
    public void Some_textbooks_differ_only_in_class_or_semester() => Assert.That(PairsThatDifferIn(ClassOrSemester()), Is.AtLeast(10));

    [Test]
    public void Some_sets_have_a_record_for_each_volume() => Assert.That(PairsThatDifferIn(Volume()), Is.AtLeast(10));

    [Test]
    public void Some_titles_have_several_editions() =>
        Assert.That(Editions.GroupBy(edition => (Plain(edition.First().Title), NameKey(edition.First().Author))).Count(work => work.Count() > 1), Is.AtLeast(5));

    [Test]
    public void One_title_can_have_several_authors() =>
        Assert.That(Editions.GroupBy(edition => Plain(edition.First().Title))
            .Count(title => title.Select(edition => NameKey(edition.First().Author)).Distinct().Count() > 1), Is.AtLeast(3));

    [Test]
    public void One_publisher_reused_an_ISBN_for_another_book() =>
        Assert.That(Editions.SelectMany(edition => edition.SelectMany(record => record.StandardNumbers).Distinct()).GroupBy(number => number)
            .Count(number => number.Count() > 1), Is.EqualTo(1));

    [Test]
    public void There_are_serials_with_holdings_statements()
    {
        Assert.That(Editions.Count(edition => edition.Any(record => record.IsSerial)), Is.AtLeast(5));
        Assert.That(DemoNetwork.Live.Count(record => record.Marc("866", "a").Any()), Is.AtLeast(5));
    }

    [Test]
    public void There_are_Javanese_Sundanese_and_Arabic_books()
    {
        Assert.That(Editions.Count(edition => edition.Any(record => record.Language == "jav")), Is.AtLeast(5));
        Assert.That(Editions.Count(edition => edition.Any(record => record.Language == "sun")), Is.AtLeast(3));
        Assert.That(Editions.Count(edition => edition.Any(record => record.Marc("880", "a").Any(text => text.Any(letter => letter is >= '\u0600' and <= '\u06ff')))), Is.AtLeast(5));
    }

    [Test]
    public void There_are_items_on_loan_deleted_records_and_sets_in_two_libraries()
    {
        Assert.That(DemoNetwork.Live.Count(record => record.Marc("952", "q").Any()), Is.AtLeast(20), "on loan");
        Assert.That(DemoNetwork.Records.Count(record => record.IsDeleted), Is.AtLeast(5), "deleted");
        Assert.That(DemoNetwork.Live.Where(record => record.Set is not null).Select(record => record.Library).Distinct().Count(), Is.EqualTo(2), "with sets");
    }

    private static bool HasIsbnOf(int digits, IEnumerable<DemoRecord> edition) =>
        edition.Any(record => record.StandardNumbers.Any(number => number.Length == digits));

    private static bool DiffersInSpellingOnly(IEnumerable<DemoRecord> edition, Func<DemoRecord, string> text)
    {
        var written = edition.Select(record => NameKey(text(record))).Where(words => words != "").ToHashSet();
        return written.Count > 1 && written.Select(NewSpelling).Distinct().Count() < written.Count;
    }

    /// <summary>The spelling of 1972, made one letter for "j" and "y" so that old and new meet.</summary>
    private static string NewSpelling(string words) => NameKey(words.Replace("oe", "u", StringComparison.Ordinal)
        .Replace("tj", "c", StringComparison.Ordinal).Replace("dj", "j", StringComparison.Ordinal).Replace('j', 'y'));

    private static int PairsThatDifferIn(Regex part) => Editions.Select(edition => edition.First())
        .Where(record => part.IsMatch(Plain(record.Title)))
        .GroupBy(record => (part.Replace(Plain(record.Title), ""), NewSpelling(NameKey(record.Author)), record.Year))
        .Sum(group => group.Select(record => Plain(record.Title)).Distinct().Count() is var count ? count * (count - 1) / 2 : 0);

    private static string Plain(string text) => NotAWord().Replace(text.ToLowerInvariant(), " ").Trim();

    private static string NameKey(string name) => string.Join(' ', Plain(name).Split(' ').Order(StringComparer.Ordinal));

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotAWord();

    [GeneratedRegex(@"\b(kelas [ivx]+|semester \d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ClassOrSemester();

    [GeneratedRegex(@"\b(jilid|djilid|jil|volume) \w+\b.*", RegexOptions.CultureInvariant)]
    private static partial Regex Volume();
}
