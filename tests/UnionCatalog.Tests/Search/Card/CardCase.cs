using System.Globalization;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Tests.Search.Card;

/// <summary>A case of Cases/Search/cards.txt; the file's head says how it is written.</summary>
internal sealed record CardCase(string Why, List<(RecordKey Key, BibRecord Record)> Records, List<(string Field, string Value)> Expected)
{
    public override string ToString() => Why;

    public static IEnumerable<CardCase> ReadAll()
    {
        CardCase? item = null;
        foreach (var line in File.ReadLines(Places.Case("Search/cards.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                if (item is not null)
                {
                    yield return item;
                }

                item = new CardCase(line[3..], [], []);
            }
            else if (line[0] == '>')
            {
                var (field, value) = Pair(line[2..]);
                item!.Expected.Add((field, value));
            }
            else
            {
                item!.Records.Add(ReadRecord(line));
            }
        }

        yield return item!;
    }

    public static (RecordKey Key, BibRecord Record) ReadRecord(string line)
    {
        var parts = line.Split(" | ");
        var (library, identifier) = (parts[0].Split('/')[0], parts[0].Split('/')[1]);
        return (new RecordKey(new SourceId(library), identifier), ReadFacts(parts[1..]));
    }

    public static BibRecord ReadFacts(params string[] parts)
    {
        var facts = parts.Select(Pair).ToLookup(fact => fact.Name, fact => fact.Value);
        string? One(string name) => facts[name].SingleOrDefault();
        var publication = new Publication(One("place"), One("publisher"), One("date"));
        return new BibRecord
        {
            ControlNumbers = [.. facts["control"].Select(number => new ControlNumber(number, null))],
            Identifiers = [.. facts["isbn"].SelectMany(IdentifierParser.ReadIsbns), .. facts["issn"].SelectMany(IdentifierParser.ReadIssns)],
            Title = new Title(One("title") ?? "")
            {
                Remainder = One("rest"), PartNumber = One("part"), PartName = One("partname"), Parallel = One("parallel"), OriginalScript = One("script"),
                NonFiling = int.Parse(One("nonfiling") ?? "0", CultureInfo.InvariantCulture),
            },
            WorkTitles = [.. facts["original"].Select(text => new WorkTitle(text, WorkTitleKind.Original)), .. facts["uniform"].Select(text => new WorkTitle(text, WorkTitleKind.Uniform)),
                .. facts["main"].Select(text => new WorkTitle(text, WorkTitleKind.MainEntry))],
            Responsibility = One("by"),
            Contributors =
            [
                .. facts["author"].Select((name, i) => new Contributor(name, ContributorKind.Person) { IsMain = i == 0, Role = "author" }),
                .. facts["body"].Select(name => new Contributor(name, ContributorKind.Corporate)),
                .. facts["name"].Select(Split).Select(name => new Contributor(name.Text, ContributorKind.Person) { Role = name.More }),
            ],
            Edition = One("edition"),
            Publications = publication == new Publication(null, null, null) ? [] : [publication],
            Year = One("year") is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : null,
            Extent = One("pages") is { } pages ? DescriptionText.ReadExtent(pages) : null,
            Series = [.. facts["series"].Select(text => text.Split(" ; ")).Select(series => new SeriesStatement(series[0], series.ElementAtOrDefault(1)))],
            Subjects = [.. facts["subject"].Select(text => text.Contains('&', StringComparison.Ordinal) ? (Text: text, More: null) : Split(text)).Select(subject => new Subject(subject.Text, subject.More))],
            Classifications =
            [
                .. facts["ddc"].Select(number => new Classification(ClassificationScheme.Ddc, number)),
                .. facts["local"].Select(number => new Classification(ClassificationScheme.Local, number)),
            ],
            Languages = [.. facts["lang"]],
            Format = One("format") is { } format ? Enum.Parse<ResourceFormat>(format) : ResourceFormat.Unknown,
            Carrier = One("carrier"),
            Audience = One("audience"),
            Notes = [.. facts["note"]],
            Summary = One("summary"),
            Contents = One("contents"),
            Links = [.. facts["link"].Select(Split).Select(link => WebAddress.ToLink(new Uri(link.Text), link.More))],
            Cover = One("cover") is { } cover ? new Uri(cover) : null,
        };
    }

    private static (string Name, string Value) Pair(string text) => (text[..text.IndexOf('=', StringComparison.Ordinal)], text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    private static (string Text, string? More) Split(string text) => (text.Split(';')[0], text.Split(';').ElementAtOrDefault(1));
}
