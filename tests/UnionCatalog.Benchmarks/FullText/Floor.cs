using System.Text;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// The least that any engine would have to do with our files: the documents of the question's words are decoded, block after
/// block, and nothing is done with them. Words are looked up beforehand, which is not measured.
/// </summary>
internal sealed class Floor(OurEngine engine, TermFinder terms) : IEngine
{
    public const string EngineName = "floor";

    private readonly PostingsCursor _cursor = new();

    public string Name => EngineName;

    public bool CanAnswer(Question question) => question.Kind != Kind.Suggestions;

    public Func<long> Prepare(Question question)
    {
        var postings = PostingsOf(question);
        return () =>
        {
            var decoded = 0L;
            foreach (var (field, entry) in postings)
            {
                _cursor.Open(field, entry);
                for (var block = 0; block < _cursor.BlockCount; block++)
                {
                    decoded += _cursor.Block(block).Length;
                }
            }

            return decoded;
        };
    }

    public Answer? Answer(Question question) => null;

    public void Dispose()
    {
    }

    private List<(FieldReader Field, TermEntry Entry)> PostingsOf(Question question)
    {
        var found = new List<(FieldReader, TermEntry)>();
        var words = terms.Find(question);
        var at = Schema.Index.FieldAt(question.Field);
        using var lease = engine.Snapshot.Hold();
        foreach (var live in lease.Segments)
        {
            var field = live.Segment.Fields[at];
            foreach (var word in words)
            {
                if (field.Find(Encoding.UTF8.GetBytes(word)) is { Documents: > 0 } entry)
                {
                    found.Add((field, entry));
                }
            }
        }

        return found;
    }
}
