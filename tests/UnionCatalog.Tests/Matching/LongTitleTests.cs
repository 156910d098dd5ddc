using UnionCatalog.Matching;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Matching;

/// <summary>Titles of more words than are aligned agree as well as all of their words do.</summary>
internal sealed class LongTitleTests
{
    private static readonly string[] Syllables = ["ba", "di", "ku", "me", "no", "pa", "ri", "su"];

    // All different, none a slip of the next.
    private static readonly string[] Words =
        [.. from first in Syllables from second in Syllables from third in Syllables select string.Concat(third, first, second, third)];

    [TestCase(60)]
    [TestCase(200)]
    public void Titles_that_part_behind_the_words_that_are_aligned_differ(int length) =>
        Assert.That(Compare(Words[..length], [.. Words[..50], .. Words[300..(250 + length)]]), Is.EqualTo(Level.Differs));

    [TestCase(55)]
    [TestCase(180)]
    public void Another_word_behind_those_that_are_aligned_makes_another_title(int place) =>
        Assert.That(Compare(Words[..200], Replace(Words[..200], place, "lain")), Is.EqualTo(Level.Differs));

    [TestCase(5)]
    [TestCase(55)]
    [TestCase(180)]
    public void A_slip_is_one_wherever_it_stands(int place) =>
        Assert.That(Compare(Words[..200], Replace(Words[..200], place, Words[place] + "n")), Is.EqualTo(Level.Slip));

    [Test]
    public void A_slip_at_the_beginning_hides_no_other_ending() =>
        Assert.That(Compare(Words[..100], Replace([.. Words[..60], .. Words[300..340]], 5, Words[5] + "n")), Is.EqualTo(Level.Differs));

    [Test]
    public void A_title_that_was_cut_off_is_the_beginning_of_the_whole() =>
        Assert.That(Compare(Words[..200], Words[..60]), Is.EqualTo(Level.Beginning));

    [TestCase(5)]
    [TestCase(55)]
    public void A_word_that_one_lacks_is_an_extra_word(int place) =>
        Assert.That(Compare(Words[..200], [.. Words[..place], .. Words[(place + 1)..200]]), Is.EqualTo(Level.ExtraWords));

    private static string[] Replace(string[] words, int place, string word) => [.. words[..place], word, .. words[(place + 1)..]];

    // Either way round.
    private static Level Compare(string[] left, string[] right)
    {
        var (one, other) = (Read(left), Read(right));
        Assert.That(TitleComparison.Compare(other.Title, one.Title), Is.EqualTo(TitleComparison.Compare(one.Title, other.Title)));
        return TitleComparison.Compare(one.Title, other.Title);
    }

    private static MatchFeatures Read(string[] words) => MatchFeatures.From(new BibRecord { Title = new Title(string.Join(' ', words)) });
}
