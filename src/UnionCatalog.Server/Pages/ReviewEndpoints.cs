using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Matching.Deciding;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Records;
using UnionCatalog.Server.Coordinator;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Pages;

/// <summary>Where the coordinator decides what matching is not sure of, and sees what cannot be believed or compared.</summary>
internal static class ReviewEndpoints
{
    public const string Path = CoordinatorDoor.Path + "/matching";
    public const string Decisions = Path + "/decisions";

    private const int PageSize = 20;
    private const int MostPages = 5_000;
    private const int MostListed = 50;

    public static void MapReview(this RouteGroupBuilder pages)
    {
        var review = pages.MapGroup(Path).ForCoordinator();
        review.MapMethods("", PageEndpoints.Reading, (HttpContext http, ReviewExplainer explainer, IReviewStore reviews, string? page, string? done) =>
            ListAsync(http, explainer, reviews, Number(page), Done(http, done)));
        review.MapPost("", DecideAsync);
        review.MapMethods("/decisions", PageEndpoints.Reading, (HttpContext http, IOverrideStore overrides, string? page, string? done) =>
            ListDecisionsAsync(http, overrides, Number(page), Done(http, done)));
        review.MapPost("/decisions", WithdrawAsync);
        review.MapMethods("/numbers.csv", PageEndpoints.Reading, WriteNumbersAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, ReviewExplainer explainer, IReviewStore reviews, int page, DecisionNotice? notice, int status = StatusCodes.Status200OK)
    {
        var view = View(http);
        var total = await reviews.CountTasksAsync(http.RequestAborted);
        var pages = (int)Math.Clamp((total + PageSize - 1) / PageSize, 1, MostPages);
        var shown = Math.Clamp(page, 1, pages);
        var tasks = await explainer.ListTasksAsync((shown - 1) * PageSize, PageSize, http.RequestAborted);
        var drawn = PageEndpoints.Draw<ReviewPage>(http, new()
        {
            [nameof(ReviewPage.Review)] = new ReviewView(
                [.. tasks.Select(view.Of)], total, shown, pages,
                [.. (await explainer.ListIdentifiersAsync(MostListed, http.RequestAborted)).Select(view.Of)],
                [.. (await explainer.ListCrowdsAsync(MostListed, http.RequestAborted)).Select(view.Of)]),
            [nameof(ReviewPage.Notice)] = notice,
        });
        drawn.StatusCode = status;
        return drawn;
    }

    private static async Task<IResult> DecideAsync(HttpContext http, ReviewExplainer explainer, IReviewStore reviews, DecisionDesk desk, CatalogWorker worker)
    {
        if (await ReadFormAsync(http) is not { } form)
        {
            return TypedResults.BadRequest();
        }

        var page = Number(form["page"]);
        OverrideKind? kind = form["decision"].ToString() switch { "together" => OverrideKind.Together, "apart" => OverrideKind.Apart, _ => null };
        var by = form["by"].ToString() is { Length: > 0 } name ? name : CoordinatorDoor.Name;
        var outcome = await desk.DecideAsync(new(kind, form["a"].ToString(), form["b"].ToString(), form["why"].ToString(), by), http.RequestAborted);
        if (outcome is not DecisionOutcome.Kept { IsNew: var isNew })
        {
            var texts = View(http).Texts;
            return await ListAsync(http, explainer, reviews, page, new DecisionNotice(texts.Tell(outcome), [.. texts.Chain(outcome)], true), outcome.StatusCode());
        }

        worker.Wake();
        return SeeOther(http, $"{Path}?page={page}&done={(isNew ? "saved" : "known")}");
    }

    private static async Task<IResult> ListDecisionsAsync(HttpContext http, IOverrideStore overrides, int page, DecisionNotice? notice, int status = StatusCodes.Status200OK)
    {
        var texts = View(http).Texts;
        var shown = Math.Clamp(page, 1, MostPages);
        var kept = await overrides.ListAsync((shown - 1) * MostListed, MostListed + 1, http.RequestAborted);
        var drawn = PageEndpoints.Draw<DecisionsPage>(http, new()
        {
            [nameof(DecisionsPage.Decisions)] = kept.Take(MostListed).Select(decision => new DecisionView(texts.Tell(decision), decision.A.ToString(), decision.B.ToString())).ToList(),
            [nameof(DecisionsPage.Page)] = shown,
            [nameof(DecisionsPage.HasMore)] = kept.Count > MostListed,
            [nameof(DecisionsPage.Notice)] = notice,
        });
        drawn.StatusCode = status;
        return drawn;
    }

    private static async Task<IResult> WithdrawAsync(HttpContext http, IOverrideStore overrides, CatalogWorker worker)
    {
        if (await ReadFormAsync(http) is not { } form)
        {
            return TypedResults.BadRequest();
        }

        var (a, b) = (RecordKey.Parse(form["a"].ToString()), RecordKey.Parse(form["b"].ToString()));
        if (a is null || b is null || await overrides.WithdrawAsync(a, b, http.RequestAborted) is null)
        {
            var sentence = View(http).Texts.Texts.Format("match.decision.none", MatchSaying.Short(form["a"].ToString()), MatchSaying.Short(form["b"].ToString()));
            return await ListDecisionsAsync(http, overrides, 1, new DecisionNotice(sentence, [], true), StatusCodes.Status404NotFound);
        }

        worker.Wake();
        return SeeOther(http, $"{Decisions}?done=withdrawn");
    }

    private static async Task<IResult> WriteNumbersAsync(HttpContext http, ReviewExplainer explainer) => Results.Bytes(
        Encoding.UTF8.GetBytes(NumbersCsv.Write(await explainer.ListIdentifiersAsync(int.MaxValue, http.RequestAborted), View(http))),
        "text/csv; charset=utf-8; header=present", "nomor-mencurigakan.csv");

    /// <summary>The page that is asked for; the first where that is no number.</summary>
    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    /// <summary>The form; null when it is none, breaks off, or is larger than any that is drawn here.</summary>
    private static async Task<IFormCollection?> ReadFormAsync(HttpContext http)
    {
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static MatchView View(HttpContext http) => MatchView.For(http, PageTexts.For(http.Request), tellsNames: true);

    private static DecisionNotice? Done(HttpContext http, string? done) => PageTexts.For(http.Request) is var texts && done switch
    {
        "saved" => texts["match.decision.saved"],
        "known" => texts["match.decision.known"],
        "withdrawn" => texts["match.decision.withdrawn"],
        _ => null,
    } is { } sentence ? new DecisionNotice(sentence, [], false) : null;

    /// <summary>To a page that may be asked for again without sending anything again (RFC 9110, section 15.4.4).</summary>
    private static StatusCodeHttpResult SeeOther(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
