using System.Globalization;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting.Sru;

/// <summary>SRU servers as they are: every case is harvested as it should be.</summary>
public sealed class SruCaseTests
{
    [TestCaseSource(nameof(Names))]
    public async Task A_server_is_harvested_rightly(string name)
    {
        await using var bench = await HarvestBench.StartAsync(new() { MaxPages = 200 });
        var member = SruPages.Member(bench.Server.Address);
        var (request, replies) = ("", new List<Reply>());
        HarvestRun run = null!;
        foreach (var line in WildCase.Read(Places.Case($"Harvesting/sru/{name}.case")))
        {
            switch (line.Keyword)
            {
                case "sru":
                    member = member with { Source = Configure((SruSource)member.Source, line.Value) };
                    break;
                case "explain":
                    (request, replies) = ($"version={((SruSource)member.Source).Version}&operation=explain", []);
                    break;
                case "page":
                    (request, replies) = (Search((SruSource)member.Source, line.Value), []);
                    break;
                case "on":
                    (request, replies) = (line.Value, []);
                    break;
                case "reply":
                    replies.Add(WildCase.Reply(line));
                    bench.Server.On(request, [.. replies]);
                    break;
                case "harvest":
                    bench.Server.Wire.Clear();
                    run = line.Value == "full" ? await bench.FullAsync(HarvestBench.Kept(member)) : await bench.IncrementalAsync(HarvestBench.Kept(member));
                    break;
                default:
                    await WildTests.ExpectAsync(bench, run, line);
                    break;
            }
        }

        Assert.That(run, Is.Not.Null, "a case harvests something");
        await WildTests.ExpectNoNewsAsync(bench, member);
    }

    private static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Places.Case("Harvesting/sru"), "*.case").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>"version=1.2 pageSize=2 …", each key as in a member's configuration.</summary>
    private static SruSource Configure(SruSource source, string keys) => keys.Split(' ').Select(key => key.Split('=', 2)).Aggregate(source, (changed, key) => key[0] switch
    {
        "version" => changed with { Version = key[1] },
        "recordSchema" => changed with { RecordSchema = key[1] == "none" ? null : key[1] },
        "pageSize" => changed with { PageSize = int.Parse(key[1], CultureInfo.InvariantCulture) },
        "query" => changed with { Query = key[1] },
        "rangeIndex" => changed with { RangeIndex = key[1] },
        _ => throw new FormatException($"There is no key \"{key[0]}\"."),
    });

    /// <summary>"START COUNT [SCHEMA [QUERY]]" as a request of the member's version.</summary>
    private static string Search(SruSource source, string page)
    {
        var words = page.Split(' ', 4);
        var (schema, query) = (words.ElementAtOrDefault(2) ?? source.RecordSchema, words.ElementAtOrDefault(3) ?? source.Query);
        var rest = $"query={query}&startRecord={words[0]}&maximumRecords={words[1]}&recordSchema={schema}";
        return source.Version == "2.0" ? $"{rest}&recordXMLEscaping=xml" : $"version={source.Version}&operation=searchRetrieve&{rest}&recordPacking=xml";
    }
}
