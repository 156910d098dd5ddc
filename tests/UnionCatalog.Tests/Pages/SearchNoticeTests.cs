using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using UnionCatalog.FullText;
using UnionCatalog.Search;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Tests.Pages;

/// <summary>What a reader is told where a search was not answered just as it was asked.</summary>
public sealed class SearchNoticeTests
{
    private static readonly SearchRequest Asked = new() { Text = "laskar <b>pelagi", Facets = new Dictionary<SearchFacet, IReadOnlyList<string>> { [SearchFacet.Language] = ["ind"] }, Page = 3 };

    [Test]
    public async Task A_better_word_is_offered_as_a_link_that_keeps_the_rest()
    {
        var notices = await DrawAsync(Found(1) with { DidYouMean = "laskar <i>pelangi" });

        Assert.That(notices.Texts(".notice"), Is.EqualTo(new[] { "Did you mean laskar <i>pelangi?" }));
        Assert.That(notices.QuerySelector("a").Href(), Is.EqualTo("/search?q=laskar%20%3Ci%3Epelangi&language=ind"));
    }

    [TestCase(SearchWidening.MostWords, "most of them")]
    [TestCase(SearchWidening.Spelling, "nearly so")]
    public async Task A_wider_search_says_that_it_is_wider(SearchWidening widening, string words) =>
        Assert.That((await DrawAsync(Found(1) with { Widening = widening })).Texts(".notice"), Has.Exactly(1).Contains(words));

    [Test]
    public async Task A_search_that_was_cut_off_says_so() =>
        Assert.That((await DrawAsync(Found(1) with { IsPartial = true })).Texts(".notice"), Has.Exactly(1).Contains("there may be more"));

    [Test]
    public async Task A_search_answered_as_asked_is_told_nothing() =>
        Assert.That((await DrawAsync(Found(1))).QuerySelectorAll("*").Where(element => element.ClassList.Contains("notice")), Is.Empty);

    private static SearchResult Found(long total) => new(Asked, total, [], new Dictionary<SearchFacet, IReadOnlyList<FacetCount>>());

    private static async Task<IDocument> DrawAsync(SearchResult result)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<SearchNotices>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(SearchNotices.Context)] = new PageContext(PageTexts.In("en"), "/search", new([]), 0) { Site = "http://localhost" }, [nameof(SearchNotices.Result)] = result,
        }))).ToHtmlString());
        return new HtmlParser().ParseDocument(html);
    }
}
