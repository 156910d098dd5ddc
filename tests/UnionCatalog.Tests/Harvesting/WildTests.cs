using UnionCatalog.Members;
using System.Text.Json;
using System.Globalization;
using System.Text;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>OAI-PMH as real systems speak it: every behaviour that is known has a case, and every case is harvested as it should be.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class WildTests
{
    [TestCaseSource(nameof(Names))]
    public async Task The_wild_is_harvested_rightly(string name)
    {
        await using var bench = await HarvestBench.StartAsync(new() { MaxPages = 200 });
        var member = bench.Member();
        var (request, replies) = ("", new List<Reply>());
        HarvestRun run = null!;
        foreach (var line in WildCase.Read(PathOf(name)))
        {
            switch (line.Keyword)
            {
                case "behaviour":
                    break;
                case "preset":
                    member = WithPreset(member, line.Value);
                    break;
                case "day":
                    bench.Clock.Advance(TimeSpan.FromDays(Number(line.Value)));
                    break;
                case "confirm" or "refuse":
                    await DecideAsync(bench, line.Keyword == "confirm" ? HeldDecision.Confirmed : HeldDecision.Refused);
                    break;
                case "prefix":
                    member = member with { Source = member.Oai() with { MetadataPrefix = line.Value } };
                    break;
                case "sets":
                    member = member with { Source = member.Oai() with { Sets = line.Value.Split(',') } };
                    break;
                case "member":
                    member = member with { Id = new(line.Value) };
                    break;
                case "timeLimit":
                    member = member with { Source = member.Oai() with { HarvestTimeout = TimeSpan.Parse(line.Value, CultureInfo.InvariantCulture) } };
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
                    Assert.That(
                        await bench.Store.Harvests.ListLatestRunsAsync(CancellationToken.None), Has.Member(run), "what is given back is what is stored");
                    break;
                default:
                    await ExpectAsync(bench, run, line);
                    break;
            }
        }

        Assert.That(run, Is.Not.Null, "a case harvests something");
        await ExpectNoNewsAsync(bench, member);
    }

    [Test]
    public void Every_behaviour_that_is_known_has_a_case_and_no_case_is_for_another()
    {
        var known = CaseFile.Read("Harvesting/wild/behaviours.tsv").Select(row => (string)row.Arguments[0]!).ToList();
        var shown = Names().SelectMany(name => WildCase.Read(PathOf(name))).Where(line => line.Keyword == "behaviour").Select(line => line.Value).ToList();

        Assert.That(known, Is.Not.Empty.And.Unique);
        Assert.That(known.Except(shown), Is.Empty, "without a case");
        Assert.That(shown.Except(known), Is.Empty, "not in behaviours.tsv");
    }

    /// <summary>When the pages that were kept are read again, everything stays as it is.</summary>
    internal static async Task ExpectNoNewsAsync(HarvestBench bench, Member member)
    {
        var before = await bench.ListLiveAsync(member);
        await bench.ReplayAsync(member);
        Assert.That(await bench.ListLiveAsync(member), Is.EqualTo(before), "a replay changes nothing");
    }

    private static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Places.Case("Harvesting/wild"), "*.case").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static string PathOf(string name) => Places.Case($"Harvesting/wild/{name}.case");

    /// <summary>The member as its configuration file with a preset has it, at the case's server.</summary>
    private static Member WithPreset(Member member, string preset)
    {
        var file = JsonSerializer.SerializeToElement(new { name = "A", kind = "other", place = "B", preset, oaiPmh = new { baseUrl = member.Oai().BaseUrl } });
        var read = MemberReader.Read(member.Id.Value, file);
        return read with
        {
            Source = read.Oai() with { MetadataPrefix = read.Oai().MetadataPrefix ?? member.Oai().MetadataPrefix, RequestTimeout = member.Oai().RequestTimeout },
        };
    }

    private static async Task DecideAsync(HarvestBench bench, HeldDecision decision)
    {
        var held = (await bench.Store.Held.ListPendingAsync(CancellationToken.None)).Single();
        await bench.Store.Held.DecideAsync(held.Id, decision, "coordinator", CancellationToken.None);
    }

    /// <summary>Checks one line of what has to come of a harvest.</summary>
    internal static async Task ExpectAsync(HarvestBench bench, HarvestRun run, WildLine line)
    {
        var (first, rest) = line.Value.Split(' ', 2) is [var one, var two] ? (one, two) : (line.Value, "");
        switch (line.Keyword)
        {
            case "completed":
                Assert.That((run.Status, run.Failure), Is.EqualTo((RunStatus.Completed, default(string))));
                break;
            case "failed":
                Assert.That(run.Failure, Does.Contain(line.Value));
                break;
            case "new" or "changed" or "unchanged" or "deleted" or "held" or "setAside" or "mended" or "retries":
                Assert.That(Count(run.Counts, line.Keyword), Is.EqualTo(Number(line.Value)), line.Keyword);
                break;
            case "live":
                Assert.That(await bench.CountLiveAsync(), Is.EqualTo(Number(line.Value)), "live records");
                break;
            case "has":
                var found = await bench.FindAsync(first);
                Assert.That(found, Is.InstanceOf<HarvestedRecord.Live>(), first);
                Assert.That(Encoding.UTF8.GetString(((HarvestedRecord.Live)found!).Metadata.Span), Does.Contain(rest));
                break;
            case "dated":
                Assert.That((await bench.FindAsync(first))!.Datestamp, Is.EqualTo(rest == "none" ? null : DateTimeOffset.Parse(rest, CultureInfo.InvariantCulture)), line.Value);
                break;
            case "gone":
                Assert.That(await bench.FindAsync(first), Is.InstanceOf<HarvestedRecord.Deleted>(), first);
                break;
            case "unknown":
                Assert.That(await bench.FindAsync(first), Is.Null, first);
                break;
            case "notice":
                Assert.That(run.Notice, Does.Contain(line.Value));
                break;
            case "aside":
                Assert.That((await bench.ListSetAsideAsync(run)).Where(record => (record.Identifier ?? "-") == first).Select(record => record.Reason), Has.Some.Contains(rest));
                break;
            case "kept":
                Assert.That((await bench.ListSetAsideAsync(run)).Where(record => (record.Identifier ?? "-") == first).Select(record => Encoding.UTF8.GetString(record.Bytes.Span)), Has.Some.Contains(rest));
                break;
            case "asked":
                Assert.That(bench.Server.Wire, Has.Some.EqualTo(line.Value));
                break;
            case "neverAsked":
                Assert.That(bench.Server.Wire, Has.None.Contains(line.Value));
                break;
            case "requests":
                Assert.That(bench.Server.Wire, Has.Count.EqualTo(Number(line.Value)), "requests");
                break;
            case "from":
                Assert.That(run.From, Is.EqualTo(line.Value == "none" ? null : DateTimeOffset.Parse(line.Value, CultureInfo.InvariantCulture)));
                break;
            case "waited":
                Assert.That(bench.Clock.Waits.Sum(wait => wait.TotalSeconds), Is.EqualTo(Number(line.Value)), "seconds waited");
                break;
            default:
                throw new FormatException($"There is no keyword \"{line.Keyword}\".");
        }
    }

    private static long Count(RunCounts counts, string keyword) => keyword switch
    {
        "new" => counts.New,
        "changed" => counts.Changed,
        "unchanged" => counts.Unchanged,
        "deleted" => counts.Deleted,
        "held" => counts.Held,
        "setAside" => counts.SetAside,
        "mended" => counts.Mended,
        _ => counts.Retries,
    };

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
