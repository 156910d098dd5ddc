using System.Numerics;
using System.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.Tests.FullText.Postings;

/// <summary>What letters tell of the distance between words: never that a word is farther away than it is.</summary>
internal sealed class LetterMarksTests
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0159éжة𐌰";

    [Test]
    public void One_edit_changes_two_bits_at_most_and_letters_in_another_order_none()
    {
        var random = new Random(20_261_128);
        for (var run = 0; run < 100_000; run++)
        {
            var word = Draw(random, random.Next(0, 16));
            var edited = word.ToList();
            var at = random.Next(word.Count + 1);
            var isTurned = false;
            switch (random.Next(4))
            {
                case 0:
                    edited.Insert(at, Letter(random));
                    break;
                case 1 when at < word.Count:
                    edited.RemoveAt(at);
                    break;
                case 2 when at < word.Count:
                    edited[at] = Letter(random);
                    break;
                case 3 when at + 1 < word.Count:
                    (edited[at], edited[at + 1], isTurned) = (edited[at + 1], edited[at], true);
                    break;
                default:
                    continue;
            }

            var changed = BitOperations.PopCount(Mark(word) ^ Mark(edited));
            Assert.That(changed, Is.LessThanOrEqualTo(isTurned ? 0 : 2), $"{string.Concat(word)} and {string.Concat(edited)}");
        }
    }

    [Test]
    public void Those_that_may_be_near_are_found_one_after_the_other()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, new IndexSchema([new TextField("word", new KeywordAnalyzer())], []));
        var random = new Random(20_261_129);
        using (var draft = index.BeginDraft())
        {
            for (var number = 0; number < 1_003; number++)
            {
                var document = new IndexDocument($"{number}");
                document.AddText("word", string.Concat(Draw(random, random.Next(1, 9))));
                draft.Put(document);
            }

            draft.Commit(1);
        }

        using var snapshot = index.OpenSnapshot();
        using var lease = snapshot.Hold();
        var field = lease.Segments.Single().Segment.Fields[0];
        var terms = new TermCursor();
        List<uint> marks = [];
        for (terms.Open(field); terms.MoveNext();)
        {
            marks.Add(LetterMarks.Of(terms.Term));
        }

        Assert.That(field.Letters.Count, Is.EqualTo(marks.Count));
        for (var run = 0; run < 300; run++)
        {
            var (from, to, mark, edits) = (random.Next(marks.Count), random.Next(marks.Count + 1), Mark(Draw(random, random.Next(1, 9))), random.Next(3));
            List<int> found = [];
            for (var next = from; (next = field.Letters.Next(next, to, mark, edits)) < to; next++)
            {
                found.Add(next);
            }

            Assert.That(found, Is.EqualTo(Enumerable.Range(from, Math.Max(0, to - from)).Where(at => BitOperations.PopCount(marks[at] ^ mark) <= 2 * edits)));
        }
    }

    private static List<Rune> Draw(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => Letter(random))];

    private static Rune Letter(Random random) => Alphabet.EnumerateRunes().ElementAt(random.Next(Alphabet.EnumerateRunes().Count()));

    private static uint Mark(IEnumerable<Rune> word) => LetterMarks.Of(Encoding.UTF8.GetBytes(string.Concat(word)));
}
