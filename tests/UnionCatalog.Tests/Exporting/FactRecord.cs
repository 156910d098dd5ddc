using UnionCatalog.Exporting;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;
using UnionCatalog.Search;

namespace UnionCatalog.Tests.Exporting;

/// <summary>An edition made of a few facts, "name=value" each, as the case files of exports write them.</summary>
internal static class FactRecord
{
    /// <summary>Where and when the cases are exported.</summary>
    public static readonly ExportOrigin Origin = new(new Uri("https://katalog.example.org/"), new DateOnly(2026, 11, 26));

    /// <summary>The libraries that cases name.</summary>
    public static readonly MemberDirectory Members = new([Member("sman-1", "SMA Negeri 1 Sukamaju"), Member("perpusda", "Perpustakaan Daerah")]);

    public static ExportedEdition Edition(IEnumerable<string> facts) => Edition(Of(facts, out var holdings), holdings);

    public static ExportedEdition Edition(BibRecord description, params (string Library, Holding Holding)[] holdings) => ExportedEdition.Of(
        new CatalogEntry
        {
            Id = "a1b2c3d4e5f6",
            Description = description,
            Libraries = [.. (holdings.Length > 0 ? holdings : [("sman-1", new Holding())]).GroupBy(held => held.Library)
                .Select(held => new LibraryHoldings(new SourceId(held.Key), "oai:" + held.Key, null, [.. held.Select(one => one.Holding)]))],
        },
        Members,
        Origin);

    private static BibRecord Of(IEnumerable<string> facts, out (string, Holding)[] holdings)
    {
        var all = facts.Where(fact => fact.Contains('=', StringComparison.Ordinal)).Select(fact => fact.Split('=', 2, StringSplitOptions.TrimEntries)).ToLookup(fact => fact[0], fact => fact[1]);
        string? First(string name) => all[name].FirstOrDefault();
        holdings = [.. all["held"].Select(text => text.Split('|', StringSplitOptions.TrimEntries)).Select(part => (part[0], new Holding
        {
            CallNumber = Said(part, 1), ShelfLocation = Said(part, 2), Barcode = Said(part, 3), Status = part.Length > 4 ? Enum.Parse<ItemStatus>(part[4]) : ItemStatus.Unknown,
        }))];
        return new BibRecord
        {
            Title = new Title(First("title") ?? "")
            {
                Remainder = First("remainder"), PartNumber = First("number"), PartName = First("part"), Parallel = First("parallel"), OriginalScript = First("script"), NonFiling = int.Parse(First("nonfiling") ?? "0", null),
            },
            Contributors = [.. new[] { "author", "editor", "translator", "body", "illustrator", "someone" }.SelectMany(role => all[role].Select(name => Contributor(role, name))).Select((one, index) => one with { IsMain = index == 0 && one.Role is null or "author" })],
            Responsibility = First("responsibility"),
            WorkTitles = [.. all["original"].Select(text => new WorkTitle(text, WorkTitleKind.Original))],
            Edition = First("edition"),
            Publications = [.. all["published"].Select(text => text.Split('|', StringSplitOptions.TrimEntries)).Select(part => new Publication(Said(part, 0), Said(part, 1), Said(part, 2)))],
            Year = First("year") is { } year ? int.Parse(year, null) : null,
            Extent = First("extent") is { } extent ? DescriptionText.ReadExtent(extent) : null,
            Series = [.. all["series"].Select(text => text.Split('|', StringSplitOptions.TrimEntries)).Select(part => new SeriesStatement(part[0], Said(part, 1)))],
            Subjects = [.. all["subject"].Select(text => new Subject(text, null))],
            Classifications = [.. all["ddc"].Select(number => new Classification(ClassificationScheme.Ddc, number))],
            Languages = [.. all["language"]],
            Format = First("format") is { } format ? Enum.Parse<ResourceFormat>(format) : ResourceFormat.Book,
            Identifiers = [.. all["isbn"].SelectMany(IdentifierParser.ReadIsbns), .. all["issn"].SelectMany(IdentifierParser.ReadIssns)],
            Summary = First("summary"),
            Contents = First("contents"),
            Notes = [.. all["note"]],
        };
    }

    private static Contributor Contributor(string role, string name) => role switch
    {
        "body" => new Contributor(name, ContributorKind.Corporate) { Role = "author" },
        "someone" => new Contributor(name, ContributorKind.Person),
        _ => new Contributor(name, ContributorKind.Person) { Role = role },
    };

    private static string? Said(string[] parts, int index) => parts.ElementAtOrDefault(index) is { Length: > 0 } said ? said : null;

    private static Member Member(string id, string name) => new()
    {
        Id = new SourceId(id), Name = name, Kind = LibraryKind.SeniorHighSchool, Place = "Sukamaju", Source = new OaiPmhSource { BaseUrl = new Uri("http://localhost/oai") },
    };
}
