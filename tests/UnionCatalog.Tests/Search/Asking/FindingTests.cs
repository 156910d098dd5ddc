using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Search.Asking;

/// <summary>What each form of a question finds and in which order, over a real index of a few records; see Cases/Search/finding.txt.</summary>
[TestFixtureSource(typeof(IndexEngines), nameof(IndexEngines.All))]
internal sealed class FindingTests(string engine)
{
    private const string Arrow = " ⇶";

    private SearchBench _bench = null!;

    private static IEnumerable<string> Lines() =>
        File.ReadLines(Places.Case("Search/finding.txt")).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)).Select(line => line + " ");

    private static IEnumerable<TestCaseData> Cases() =>
        from line in Lines()
        where line.Contains(Arrow, StringComparison.Ordinal)
        let parts = line.Split(Arrow)
        select new TestCaseData(parts[0], parts[1].Trim()).SetArgDisplayNames(parts[0]);

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        _bench = await SearchBench.OpenAsync(new MemberDirectory([Member("sd", LibraryKind.PrimarySchool, "Bantul"), Member("sma", LibraryKind.SeniorHighSchool, "Sewon")]), engine);
        await _bench.AddAsync([.. Lines().Where(line => !line.Contains(Arrow, StringComparison.Ordinal)).Select(Record)]);
    }

    [OneTimeTearDown]
    public async Task ClearAsync() => await _bench.DisposeAsync();

    [TestCaseSource(nameof(Cases))]
    public void A_question_finds_what_the_cases_say(string typed, string expected)
    {
        var result = _bench.Search.Search(new SearchRequest { Text = typed });
        var found = string.Join(' ', result.Entries.Select(entry => entry.Libraries[0].Identifier));
        var told = string.Concat(
            result.Widening == SearchWidening.None ? "" : $" ({result.Widening})",
            result.DidYouMean is { } meant ? $" [{meant}]" : "");

        Assert.That((found + told).Trim(), Is.EqualTo(expected));
    }

    private static Member Member(string id, LibraryKind kind, string place) =>
        SearchBench.Member(id, kind, place) with { Holdings = new HoldingsMapping { CallNumberInIdentifier = true } };

    private static HarvestedRecord Record(string line)
    {
        var facts = line.Trim().Split(" | ");
        return SearchBench.Record(facts[0].Split('/')[0], facts[0].Split('/')[1], facts[1..]);
    }
}
