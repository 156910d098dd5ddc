using UnionCatalog.Server.Pages;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>A number that stands in many books is told to the coordinator, library by library, and believed by nobody.</summary>
internal sealed class WrongNumberTests
{
    private const int Bearers = 260;
    private MatchedCatalog _catalog = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _catalog = await MatchedCatalog.StartAsync(Bearers);

    [OneTimeTearDown]
    public async Task StopAsync() => await _catalog.DisposeAsync();

    [Test]
    public async Task The_page_says_in_how_many_records_of_whom_it_stands()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await GetAsync(ReviewEndpoints.Path));

        Assert.That(page.Texts(".numbers .sentence").Single(), Does.Match($"^ISBN {MatchedCatalog.WrongNumber} stands in {Bearers} records with [0-9]+ titles"));
        Assert.That(page.Texts(".numbers .samples li"), Has.Length.EqualTo(2));
        Assert.That(page.Texts(".numbers .samples li")[0], Does.StartWith("SMA Negeri 1 Sukamaju: 174 records"));
    }

    [Test]
    public async Task The_table_has_a_line_for_each_library()
    {
        var lines = (await GetAsync($"{ReviewEndpoints.Path}/numbers.csv")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.That(lines, Has.Length.EqualTo(3));
        Assert.That(lines[0], Is.EqualTo("number,kind,records_in_all,titles_in_all,library,library_name,records,titles,example,example_title"));
        Assert.That(lines[1], Does.Match($"^{MatchedCatalog.WrongNumber},isbn,{Bearers},[0-9]+,sma-1,SMA Negeri 1 Sukamaju,174,[0-9]+,oai:sma1:w1,Fisika terapan$"));
    }

    [Test]
    public async Task Whoever_asks_about_two_of_them_is_told_that_it_is_not_believed()
    {
        var pair = await _catalog.Service.GetJsonAsync("/api/matching/explain?a=sma-1/oai:sma1:w1&b=sma-1/oai:sma1:w2&lang=en");

        Assert.That(pair.GetProperty("disbelieved").EnumerateArray().Select(number => number.GetString()), Is.EqualTo(new[] { MatchedCatalog.WrongNumber }));
        Assert.That(pair.GetProperty("evidence")[0].GetProperty("level").GetString(), Is.EqualTo("unknown"));
        Assert.That(pair.GetProperty("standing").GetString(), Does.StartWith("apart"));
    }

    [Test]
    public async Task A_program_is_told_the_same()
    {
        using var response = await _catalog.Service.GetAsync("/api/matching/review", _catalog.Key);
        var number = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("numbers")[0];

        Assert.That((number.GetProperty("number").GetString(), number.GetProperty("kind").GetString(), number.GetProperty("records").GetInt64()), Is.EqualTo((MatchedCatalog.WrongNumber, "isbn", Bearers)));
        Assert.That(number.GetProperty("libraries").GetArrayLength(), Is.EqualTo(2));
    }

    private async Task<string> GetAsync(string address)
    {
        using var response = await _catalog.Service.GetAsync(address, _catalog.Cookie, ("Accept", "text/html"), ("Accept-Language", "en"));
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        return await response.Content.ReadAsStringAsync();
    }
}
