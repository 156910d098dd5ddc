using System.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.Tests.FullText.Postings;

/// <summary>Walking and leaping through a dictionary of many blocks, against its terms in a sorted list.</summary>
internal sealed class TermCursorTests
{
    private const int Words = 3_000;

    [Test]
    public void A_leap_from_any_term_comes_where_a_search_from_the_front_does()
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
            var (place, how) = (random.Next(terms.Count), "");
            Assert.That(cursor.SeekTo(field, terms[place].Term), Is.True);
            while (true)
            {
                Assert.That(Encoding.UTF8.GetString(cursor.Term), Is.EqualTo(Encoding.UTF8.GetString(terms[place].Term)), how);
                Assert.That(cursor.Entry, Is.EqualTo(field.Find(terms[place].Term)));
                Assert.That(cursor.Entry.Documents, Is.EqualTo(terms[place].Documents));
                var from = Math.Min(place + random.Next(1, random.Next(2) == 0 ? 4 : 200), terms.Count - 1);
                byte[] to = [.. terms[from].Term, .. random.Next(3) switch { 0 => [255], 1 => Encoding.UTF8.GetBytes(Draw()), _ => Array.Empty<byte>() }];
                if (random.Next(5) == 0)
                {
                    how = $"walked from {Encoding.UTF8.GetString(terms[place].Term)}";
                    Assert.That(cursor.MoveNext(), Is.EqualTo(++place < terms.Count));
                }
                else if (to.AsSpan().SequenceCompareTo(terms[place].Term) > 0)
                {
                    how = $"leapt from {Encoding.UTF8.GetString(terms[place].Term)} to {Convert.ToHexString(to)}";
                    place = terms.FindIndex(term => term.Term.AsSpan().SequenceCompareTo(to) >= 0);
                    Assert.That(cursor.LeapTo(to), Is.EqualTo(place >= 0));
                }
                else
                {
                    break;
                }

                if (place < 0 || place == terms.Count)
                {
                    break;
                }
            }
        }
    }
}
