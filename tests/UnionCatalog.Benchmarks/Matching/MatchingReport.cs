using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>What came of the measuring: by kinds of case, against the bars and against the other rules.</summary>
internal sealed class MatchingReport(IReadOnlyList<ResultLine> lines, IReadOnlyList<string> kinds)
{
    private readonly List<string> _checks = [.. MatchingBars.Check(lines), "", .. MatchingBars.CheckOthers(lines)];

    /// <summary>Prints what follows the lines of the sets.</summary>
    public void Print()
    {
        foreach (var line in kinds.Count > 0 ? ["", .. kinds, "", .. _checks] : (IEnumerable<string>)["", .. _checks])
        {
            Console.WriteLine(line);
        }
    }

    /// <summary>Writes all of it down, to be committed.</summary>
    public void Write(string path) => File.WriteAllText(path, $"""
        # Matching: how well records of one edition are found

            dotnet run -c Release --project tests/UnionCatalog.Benchmarks -- matching --write

        `ids=no`: every identifier is taken out of the records before any rule sees them. The sets:

        - `pairs`: the hand-made pairs of the tests (`tests/UnionCatalog.Tests/Cases/Matching/pairs`), each a world of two records.
        - `demo`: the six libraries of the demo. `generated`: 50,000 records of the seeded generator.
        - `aco`: Arabic Collections Online, in which records of one OCLC number are one edition. Its truth has noise: of two records that agree in title,
          part, year, pages, publisher, author, edition and series to the letter, it says of one pair in twenty that they are two editions, mostly because
          WorldCat has merged the one's number into the other's. `aco-both` are the clusters with records of WorldCat and of a partner, where most of that is gone.
        - `fin`: the few pairs from the tests of Finland's union catalogue that state a verdict of the edition; each tries out one thing, on bare records.
        - `…-train` is the half on which weights were estimated, `…-test` the other.

        The rules `isbn`, `goldrush`, `recordmanager` and `melinda` are written anew from their descriptions. As a check of the data, counted apart
        from the bare MARC fields: title and year alone reach precision 0.927 and recall 0.877 on `aco`, a key like Gold Rush's whose pages are the first
        one to four digits 0.946 and 0.721. The rule measured here as
        `goldrush` takes four digits in a row or none, as the real one does, so that pages hardly ever count.

        ## The bars, and the other rules

        {Indented(_checks)}

        ## Every set and rule

        {Indented(lines.Select(line => line.ToString()))}

        ## The hand-made pairs by kind, our rule

        {Indented(kinds)}

        """);

    private static string Indented(IEnumerable<string> text) => string.Join('\n', text.Select(line => line.Length == 0 ? "" : $"    {line}"));
}
