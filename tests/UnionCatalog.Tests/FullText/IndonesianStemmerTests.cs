using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Tests.FullText;

[Parallelizable(ParallelScope.Self)]
public sealed class IndonesianStemmerTests
{
    private const string Snowball = "data/codelists/snowballstem__snowball-data/indonesian";

    [Test]
    public void Snowballs_whole_vocabulary_gets_Snowballs_stems()
    {
        var words = File.ReadLines(Places.Shared($"{Snowball}/voc.txt"));
        var stems = File.ReadAllLines(Places.Shared($"{Snowball}/output.txt"));
        var found = words.Select(word => $"{word} ⇶ {IndonesianStemmer.Stem(word.ToCharArray())}").ToArray();
        var expected = words.Zip(stems, (word, stem) => $"{word} ⇶ {stem}").ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Has.Length.GreaterThan(60_000));
            Assert.That(found.Except(expected), Is.Empty);
            Assert.That(expected, Has.Length.EqualTo(found.Length));
        }
    }
}
