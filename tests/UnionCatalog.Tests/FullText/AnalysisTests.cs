using System.Text;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Tests.FullText;

public sealed class AnalysisTests
{
    [Test]
    public void A_text_is_found_under_its_words()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (text, terms) in Cases.Read("text-terms.tsv"))
            {
                Assert.That(string.Join('|', new TextAnalyzer().Analyze(text)), Is.EqualTo(terms), text);
            }
        }
    }

    [Test]
    public void A_keyword_is_found_whole()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (text, term) in Cases.Read("keyword-terms.tsv"))
            {
                Assert.That(string.Join('|', new KeywordAnalyzer().Analyze(text)), Is.EqualTo(term), text);
            }
        }
    }

    [Test]
    public void Folding_twice_is_folding_once_for_every_character_there_is()
    {
        var folded = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => TextFolding.Fold(new Rune(value).ToString()));
        Assert.That(folded.Where(once => TextFolding.Fold(once) != once), Is.Empty);
    }

    [Test]
    public void A_term_ends_at_its_limit_and_not_inside_a_character()
    {
        var longWord = new string('a', IAnalyzer.MaximumTermLength - 1) + "\U00010428\U00010428";
        Assert.That(new TextAnalyzer().Analyze(longWord), Is.EqualTo(new[] { new string('a', IAnalyzer.MaximumTermLength - 1) }));
        Assert.That(new KeywordAnalyzer().Analyze(new string('7', 5_000))[0], Has.Length.EqualTo(IAnalyzer.MaximumTermLength));
    }

    [Test]
    public void Half_a_surrogate_pair_is_no_reason_to_fail() =>
        Assert.That(new TextAnalyzer().Analyze("buku \ud800 laut"), Is.EqualTo(new[] { "buku", "laut" }));
}
