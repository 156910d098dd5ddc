namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// The least that any engine would have to do with our files: the postings of the question's words are decoded, and nothing is
/// done with them. Words are looked up beforehand, which is not measured.
/// </summary>
internal sealed class Floor(OurEngine engine, TermFinder terms) : IEngine
{
    public const string EngineName = "floor";

    public string Name => EngineName;

    public bool CanAnswer(Question question) => question.Kind != Kind.Suggestions;

    public Func<long> Prepare(Question question)
    {
        var lists = PostingsOf(question.Field, terms.Find(question));
        return () =>
        {
            var decoded = 0L;
            foreach (var list in lists)
            {
                decoded += list();
            }

            return decoded;
        };
    }

    public Answer? Answer(Question question) => null;

    public void Dispose()
    {
    }

    /// <summary>For each word and segment what decodes its postings' document numbers, and gives how many.</summary>
    private Func<long>[] PostingsOf(string field, IReadOnlyList<string> words)
    {
        // To be filled when Postings is there: engine.Snapshot's segments, Fields[Schema.Index.FieldAt(field)], the term's blocks.
        _ = (engine, field, words);
        throw new NotImplementedException();
    }
}
