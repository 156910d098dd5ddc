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

        `ids=no`: every identifier is taken out of the records before any rule sees them. Sets: `pairs` the hand-made pairs of the tests, each a world
        of two records; `demo` the six libraries of the demo; `generated` the seeded generator's records; `aco` Arabic Collections Online, whose truth has
        some noise (records of one OCLC number are one edition); `fin` pairs from the tests of Finland's union catalogue. `…-train` is the half on which the
        weights were estimated, `…-test` the other. The rules `isbn`, `goldrush`, `recordmanager` and `melinda` are written anew from their descriptions.

        ## The bars, and the other rules

        {Indented(_checks)}

        ## Every set and rule

        {Indented(lines.Select(line => line.ToString()))}

        ## The hand-made pairs by kind, our rule

        {Indented(kinds)}

        """);

    private static string Indented(IEnumerable<string> text) => string.Join('\n', text.Select(line => line.Length == 0 ? "" : $"    {line}"));
}
