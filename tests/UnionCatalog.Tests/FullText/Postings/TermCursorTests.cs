using System.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.Tests.FullText.Postings;

/// <summary>Walking through a dictionary of many blocks, and going to terms by their numbers, against its terms in a sorted list.</summary>
internal sealed class TermCursorTests
{
    private const int Words = 3_000;

    [Test]
    public void From_any_term_every_other_is_reached_by_its_number()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, new IndexSchema([new TextField("word", new KeywordAnalyzer())], []));
        var random = new Random(20_261_127);
        // Of few letters, so that many begin alike, and some are whole the beginning of others.
        string Draw() => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => "abcж"[random.Next(4)]));
        var words = Enumerable.Range(0, Words).Select(_ => Draw()).ToArray();
        using (var draft = index.BeginDraft())
        {
            foreach (var (number, word) in words.Index())
            {
                var document = new IndexDocument($"{number}");
                document.AddText("word", word);
                draft.Put(document);
            }

            draft.Commit(1);
        }

        using var snapshot = index.OpenSnapshot();
        using var lease = snapshot.Hold();
        var field = lease.Segments.Single().Segment.Fields[0];
        var terms = words.GroupBy(word => word).Select(same => (Term: Encoding.UTF8.GetBytes(same.Key), Documents: same.Count())).ToList();
        terms.Sort((one, other) => one.Term.AsSpan().SequenceCompareTo(other.Term));
        var cursor = new TermCursor();
        for (var walk = 0; walk < 200; walk++)
        {
            var (place, how) = (random.Next(terms.Count), "sought");
            Assert.That(cursor.SeekTo(field, terms[place].Term), Is.True);
            for (var step = 0; step < 50 && place < terms.Count; step++)
            {
                Assert.That(Encoding.UTF8.GetString(cursor.Term), Is.EqualTo(Encoding.UTF8.GetString(terms[place].Term)), how);
                Assert.That(cursor.Entry, Is.EqualTo(field.Find(terms[place].Term)));
                Assert.That(cursor.Entry.Documents, Is.EqualTo(terms[place].Documents));
                how = $"from {place}";
                if (random.Next(3) == 0)
                {
                    Assert.That(cursor.MoveNext(), Is.EqualTo(++place < terms.Count));
                }
                else
                {
                    // Mostly near by, in its block or the next, before it or behind.
                    place = random.Next(4) == 0 ? random.Next(terms.Count) : Math.Clamp(place + random.Next(-20, 21), 0, terms.Count - 1);
                    cursor.MoveTo(field, place);
                }
            }
        }
    }
}
