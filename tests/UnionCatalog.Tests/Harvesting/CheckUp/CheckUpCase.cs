using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Harvesting.CheckUp;

namespace UnionCatalog.Tests.Harvesting.CheckUp;

/// <summary>One case of Cases/Harvesting/checkup: a school's server, and what a check-up has to make of it.</summary>
internal sealed partial class CheckUpCase
{
    private readonly List<WildLine> _lines;

    public CheckUpCase(string name) => _lines = WildCase.Read(Places.Case($"Harvesting/checkup/{name}.case"));

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Places.Case("Harvesting/checkup"), "*.case").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>What has to come of it, by keyword.</summary>
    public IEnumerable<WildLine> Expectations => _lines.Where(line => line.Keyword is not ("on" or "reply" or "recorded" or "now" or "check"));

    public DateTimeOffset Now => _lines.Find(line => line.Keyword == "now") is { } line
        ? DateTimeOffset.Parse(line.Value, CultureInfo.InvariantCulture)
        : new(2026, 11, 20, 17, 0, 0, TimeSpan.Zero);

    /// <summary>The path that the school gave.</summary>
    public string Given => _lines.Find(line => line.Keyword == "check")?.Value ?? "/";

    public async Task<CheckUpResult> ExamineAsync(ReplayServer server)
    {
        Play(server);
        var given = new Uri(server.Address, Given);
        return await new Examiner(new(), new SetClock(Now)).ExamineAsync(given, null, CancellationToken.None);
    }

    /// <summary>Has the server answer as the school does.</summary>
    /// <param name="server">The server.</param>
    /// <param name="change">What is done to each reply; null for nothing.</param>
    public void Play(ReplayServer server, Func<Reply, Reply>? change = null)
    {
        var (request, replies) = ("", new List<Reply>());
        foreach (var line in _lines)
        {
            switch (line.Keyword)
            {
                case "on":
                    (request, replies) = (line.Value, []);
                    break;
                case "reply":
                    replies.Add(change?.Invoke(WildCase.Reply(line)) ?? WildCase.Reply(line));
                    server.On(request, [.. replies]);
                    break;
                case "recorded":
                    Replay(server, line.Value.Split(" at "));
                    break;
            }
        }
    }

    /// <summary>A recorded catalogue at a path: one reply a verb, and the whole list by the requests that its pages repeat.</summary>
    private static void Replay(ReplayServer server, string[] parts)
    {
        var (folder, path) = (Places.Shared($"recorded/{parts[0]}"), parts[1]);
        foreach (var verb in (string[])["Identify", "ListMetadataFormats", "ListSets"])
        {
            server.On($"{path}?verb={verb}", Reply.File(Path.Combine(folder, $"{verb}.xml")));
        }

        var (before, number) = ("", 0);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "full")).Order(StringComparer.Ordinal))
        {
            var page = File.ReadAllText(file);
            var arguments = number++ == 0 ? "verb=ListRecords&metadataPrefix=oai_dc" : $"verb=ListRecords&resumptionToken={before}";
            server.On($"{path}?{arguments}", new Reply(page));
            before = Token().Match(page).Groups[1].Value;
        }
    }

    [GeneratedRegex("<resumptionToken[^<>]*>([^<]*)<")]
    private static partial Regex Token();
}
