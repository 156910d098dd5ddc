namespace UnionCatalog.Benchmarks.FullText;

/// <summary>FTS5 where no hit is better than another, so that its BM25 need not be asked for: the first twenty by number.</summary>
internal sealed class Fts5Unranked(string file, TermFinder terms) : Fts5Engine(file, terms)
{
    public override string Name => "fts5-unranked";

    public override bool CanAnswer(Question question) => question.Kind is Kind.Prefix or Kind.Wildcard;

    public override Answer? Answer(Question question) => null; // it would be the ranked one's

    public override Func<long> Prepare(Question question)
    {
        var (rows, total) = (RowsOf(question, "rowid"), File["SELECT count(*) FROM fts WHERE fts MATCH ?1"]);
        return () =>
        {
            var match = MatchOf(question);
            Read(rows, match, question);
            return Read(total, match, question);
        };
    }
}
