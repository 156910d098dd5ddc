using System.Globalization;
using System.Text;
using UnionCatalog.Server.OaiProvider;
using static UnionCatalog.Tests.OaiProvider.ProviderHost;

namespace UnionCatalog.Tests.OaiProvider;

internal sealed class ListTests
{
    private const int Count = 60;

    [TestCase("ListRecords", 1)]
    [TestCase("ListRecords", 7)]
    [TestCase("ListIdentifiers", 20)]
    [TestCase("ListIdentifiers", 59)]
    [TestCase("ListIdentifiers", 60)]
    [TestCase("ListRecords", 61)]
    public async Task A_walk_through_the_pages_gives_every_record_once(string verb, int pageSize)
    {
        await using var host = await StartAsync(Example.Repository(Count, pageSize));
        var (seen, cursor) = (new List<string>(), 0);
        var root = await host.GetAsync($"verb={verb}&metadataPrefix=oai_dc");
        while (true)
        {
            var page = Identifiers(root);
            seen.AddRange(page);
            Assert.That(seen, Has.Count.LessThanOrEqualTo(Count), "the list never ends");
            if (root.Descendants(Oai + "resumptionToken").SingleOrDefault() is not { } token)
            {
                Assert.That(pageSize, Is.GreaterThanOrEqualTo(Count), "only a list on one page has no token");
                break;
            }

            Assert.That(token.Attribute("completeListSize")!.Value, Is.EqualTo("60"));
            Assert.That(token.Attribute("cursor")!.Value, Is.EqualTo(cursor.ToString(CultureInfo.InvariantCulture)));
            Assert.That(token.Value, Does.Match("^[A-Za-z0-9_-]*$"), "safe in an address as it is");
            cursor += page.Length;
            if (token.Value.Length == 0)
            {
                break;
            }

            root = await host.GetAsync($"verb={verb}&resumptionToken={token.Value}");
        }

        Assert.That(seen, Is.Unique);
        Assert.That(seen, Is.EquivalentTo(Enumerable.Range(1, Count).Select(n => $"oai:example.org:{n}")));
    }

    [Test]
    public void A_selection_is_what_reading_every_header_gives([Values] OaiGranularity granularity, [Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var repository = Example.Repository(Count, random.Next(1, 15), granularity, seed);
        var responder = new OaiResponder(repository);
        var arguments = RandomSelection(random, granularity);

        Assert.That(Walk(responder, arguments), Is.EqualTo(Expected(repository, arguments, granularity)), string.Join(' ', arguments));
    }

    [Test]
    public void A_record_that_changes_during_a_harvest_moves_to_its_end_and_hides_no_other()
    {
        OaiItem At(int number, int hour) =>
            new($"oai:x:{number}", Example.Start.AddHours(hour), [], new Dictionary<string, string> { ["oai_dc"] = Example.DcXml("x") });
        var before = new OaiRepository(Example.Identity(pageSize: 2), Example.Formats, [At(1, 1), At(2, 2), At(3, 3), At(4, 4)]);
        var after = new OaiRepository(Example.Identity(pageSize: 9), Example.Formats, [At(1, 9), At(2, 2), At(3, 3), At(4, 4)]);

        var first = before.Page(new("oai_dc", null, null, null));
        var second = after.Page(first.Next!.Selection, ResumptionToken.Read(first.Next.Write()));

        Assert.That(first.Items.Concat(second.Items).Select(item => item.Identifier[^1]), Is.EqualTo("12341"));
    }

    [Test]
    public void A_token_reads_back_as_it_was_written_and_spoilt_ones_never_throw()
    {
        var token = new ResumptionToken(new("oai_dc", Example.Start, null, "a:b"), 17, Example.Start.AddDays(1), "oai:é:1");
        var text = token.Write();
        Assert.That(ResumptionToken.Read(text), Is.EqualTo(token));

        var responder = new OaiResponder(Example.Repository(Count, 5));
        var random = new Random(3);
        for (var round = 0; round < 2000; round++)
        {
            var spoilt = new StringBuilder(text);
            spoilt[random.Next(text.Length)] = (char)random.Next(33, 127);
            spoilt.Length = random.Next(1, text.Length + 1);
            Assert.That(() => responder.Answer(Request(("verb", "ListRecords"), ("resumptionToken", spoilt.ToString()))), Throws.Nothing);
        }

        Assert.That(ResumptionToken.Read(new string('A', ResumptionToken.MaxLength + 4)), Is.Null);
    }

    private static OaiRequest Request(params (string Name, string Value)[] arguments) =>
        OaiRequest.Read(arguments.Select(pair => KeyValuePair.Create(pair.Name, new Microsoft.Extensions.Primitives.StringValues(pair.Value))));

    private static List<(string Name, string Value)> RandomSelection(Random random, OaiGranularity granularity)
    {
        var arguments = new List<(string, string)> { ("metadataPrefix", random.Next(2) == 0 ? "oai_dc" : "marcxml") };
        var unit = random.Next(2) == 0 ? OaiGranularity.Day : granularity;
        var (low, high) = (random.Next(-5, 80), random.Next(-5, 80));
        if (random.Next(3) > 0)
        {
            arguments.Add(("from", OaiDatestamp.Format(Example.Start.AddHours(Math.Min(low, high)), unit)));
        }

        if (random.Next(3) > 0)
        {
            arguments.Add(("until", OaiDatestamp.Format(Example.Start.AddHours(Math.Max(low, high)), unit)));
        }

        if (random.Next(2) == 0)
        {
            string[] sets = ["fiction", "fiction:poetry", "fiction:poetry:old", "local", "fiction:p"];
            arguments.Add(("set", sets[random.Next(sets.Length)]));
        }

        return arguments;
    }

    private static List<string> Walk(OaiResponder responder, List<(string Name, string Value)> arguments)
    {
        var seen = new List<string>();
        var reply = responder.Answer(Request([("verb", "ListIdentifiers"), .. arguments]));
        while (reply is OaiReply.Headers { Page: var page })
        {
            seen.AddRange(page.Items.Select(item => item.Identifier));
            Assert.That(seen, Has.Count.LessThanOrEqualTo(Count), "the list never ends");
            if (page.Next is null)
            {
                return seen;
            }

            reply = responder.Answer(Request(("verb", "ListIdentifiers"), ("resumptionToken", page.Next.Write())));
        }

        Assert.That(((OaiReply.Failure)reply).Errors.Select(error => error.CodeName), Is.EqualTo(new[] { "noRecordsMatch" }));
        return seen;
    }

    /// <summary>The same, over the text of the headers: a date bound compares as text of its own length.</summary>
    private static IEnumerable<string> Expected(OaiRepository repository, List<(string Name, string Value)> arguments, OaiGranularity granularity)
    {
        var bound = arguments.ToDictionary(pair => pair.Name, pair => pair.Value);
        return Enumerable.Range(1, Count)
            .Select(number => repository.Find($"oai:example.org:{number}")!)
            .Select(item => (Item: item, Stamp: OaiDatestamp.Format(item.Datestamp, granularity)))
            .Where(x => x.Item.Deleted || x.Item.Metadata.ContainsKey(bound["metadataPrefix"]))
            .Where(x => !bound.TryGetValue("from", out var from) || string.CompareOrdinal(x.Stamp[..from.Length], from) >= 0)
            .Where(x => !bound.TryGetValue("until", out var until) || string.CompareOrdinal(x.Stamp[..until.Length], until) <= 0)
            .Where(x => !bound.TryGetValue("set", out var set) || x.Item.Sets.Any(own => $"{own}:".StartsWith($"{set}:", StringComparison.Ordinal)))
            .OrderBy(x => x.Stamp, StringComparer.Ordinal).ThenBy(x => x.Item.Identifier, StringComparer.Ordinal)
            .Select(x => x.Item.Identifier);
    }
}
