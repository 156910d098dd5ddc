using System.Globalization;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Tests.Matching;

/// <summary>A case of Cases/Matching/pairs.txt; the file's head says how it is written.</summary>
internal sealed record PairCase(string Why, bool IsSame, MatchReason Reason, BibRecord Left, BibRecord Right)
{
    public override string ToString() => Why;

    public static IEnumerable<PairCase> ReadAll()
    {
        var lines = File.ReadLines(Places.Case("Matching/pairs.txt")).Where(line => line.Length > 0 && line[0] != '#');
        foreach (var lineTriple in lines.Chunk(3))
        {
            var colon = lineTriple[0].IndexOf(':', StringComparison.Ordinal);
            yield return new PairCase(
                lineTriple[0][(colon + 2)..],
                lineTriple[0][0] == '=',
                Enum.Parse<MatchReason>(lineTriple[0][2..colon]),
                ReadRecord(lineTriple[1]),
                ReadRecord(lineTriple[2]));
        }
    }

    public static BibRecord ReadRecord(string line)
    {
        var facts = line.Split(" | ").Select(fact => fact.Split('=', 2)).ToLookup(fact => fact[0], fact => fact[1]);
        string? One(string name) => facts[name].SingleOrDefault();
        return new BibRecord
        {
            Title = new Title(One("title") ?? "")
            {
                Remainder = One("rest"),
                PartNumber = One("part"),
                PartName = One("partname"),
                OriginalScript = One("script"),
            },
            Contributors = [.. facts["author"].Select((name, i) => new Contributor(name, ContributorKind.Person) { IsMain = i == 0 }),
                .. facts["body"].Select(name => new Contributor(name, ContributorKind.Corporate))],
            Responsibility = One("by"),
            Identifiers = [.. facts["isbn"].SelectMany(IdentifierParser.ReadIsbns), .. facts["issn"].SelectMany(IdentifierParser.ReadIssns)],
            Edition = One("edition"),
            Publications = [.. facts["publisher"].Select(name => new Publication(null, name, null))],
            Year = One("year") is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : null,
            Extent = One("pages") is { } pages ? DescriptionText.ReadExtent(pages) : null,
            Languages = [.. facts["lang"]],
            Format = One("format") is { } format ? Enum.Parse<ResourceFormat>(format) : ResourceFormat.Unknown,
            Series = [.. facts["series"].Select(series => series.Split(" ; ")).Select(series => new SeriesStatement(series[0], series.ElementAtOrDefault(1)))],
        };
    }
}
