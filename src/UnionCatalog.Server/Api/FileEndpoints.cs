using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Causes;
using UnionCatalog.Harvesting.Files;
using UnionCatalog.Members;
using UnionCatalog.Search;
using UnionCatalog.Server.Uploads;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Api;

/// <summary>The door by which a member's own program sends its files.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder api) => api.MapPost("/members/{id}/files", TakeAsync)
        .WithName("sendFile")
        .WithTags("Members")
        .WithSummary("Send a member's records as a file")
        .WithDescription(
            "The body is the file: MARC 21, MARCXML, MODS, or a table (CSV). HTTP Basic authentication with the member's name and password.")
        .Takes(
            new ApiParameter("name", "The file's name, for the report."),
            new ApiParameter("dryRun", "true: nothing is stored, and the answer says what would come of the file. Default: false.") { Choices = ["true", "false"] })
        .ProducesValidationProblem()
        .Accepts<byte[]>(isOptional: true, "application/octet-stream", "*/*") // curl and the like call a file anything, or nothing
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<Ok<ApiFilePreview>, Ok<ApiFileReceipt>, ProblemHttpResult>> TakeAsync(
        string id, HttpContext http, FileUploads uploads, string? name = null, string? dryRun = null)
    {
        if (dryRun is not (null or "") && !bool.TryParse(dryRun, out _))
        {
            throw new InvalidSearchException("dryRun", "dryRun: expected is true or false.");
        }

        var member = uploads.Find(id);
        var (user, password) = Credentials(http.Request);
        if (await uploads.KnockAsync(user == id ? member : null, password, http) is var answer and not GateAnswer.Open)
        {
            return TurnAway(http, answer);
        }

        FileUploads.AllowFile(http);
        try
        {
            if (await uploads.Pending.TakeAsync(member!.Id, name, http.Request.Body, http.RequestAborted) is { } upload)
            {
                return bool.TryParse(dryRun, out var isDry) && isDry ? await LookAsync(upload, member, uploads, http) : await StoreAsync(upload, member, uploads, http);
            }
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
        }

        await FileUploads.DrainAsync(http.Request.Body, http.RequestAborted);
        return TypedResults.Problem($"A file may have {PendingUploads.LongestFile >> 20} MB. Divide it into several.", statusCode: StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<Results<Ok<ApiFilePreview>, Ok<ApiFileReceipt>, ProblemHttpResult>> LookAsync(
        PendingUpload upload, Member member, FileUploads uploads, HttpContext http)
    {
        var preview = await FileUploads.LookAsync(upload, member, http.RequestAborted);
        uploads.Pending.Remove(upload);
        return preview.Fault is { } fault ? Unreadable(fault) : TypedResults.Ok(ApiFilePreview.From(preview));
    }

    private static async Task<Results<Ok<ApiFilePreview>, Ok<ApiFileReceipt>, ProblemHttpResult>> StoreAsync(
        PendingUpload upload, Member member, FileUploads uploads, HttpContext http)
    {
        if (await uploads.StoreAsync(upload, member, http) is not { } run)
        {
            uploads.Pending.Remove(upload);
            return TypedResults.Problem("This member's records are being stored at this moment. Try again in a minute.", statusCode: StatusCodes.Status409Conflict);
        }

        return run.Status == RunStatus.Completed
            ? TypedResults.Ok(ApiFileReceipt.From(run))
            : TypedResults.Problem(run.Failure, statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    private static ProblemHttpResult Unreadable(Cause fault) =>
        TypedResults.Problem(CauseCatalogue.English.Explain(fault).ToString(), statusCode: StatusCodes.Status422UnprocessableEntity);

    private static ProblemHttpResult TurnAway(HttpContext http, GateAnswer answer)
    {
        if (answer is GateAnswer.Closed { Wait: var wait })
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return TypedResults.Problem("Too many passwords were wrong. Wait as long as Retry-After says.", statusCode: StatusCodes.Status429TooManyRequests);
        }

        http.Response.Headers.WWWAuthenticate = "Basic realm=\"members\", charset=\"UTF-8\"";
        return TypedResults.Problem(
            "Send the member's name and its password (HTTP Basic). A member that sends files has \"files\" and \"passwordHash\" in its configuration file.",
            statusCode: StatusCodes.Status401Unauthorized);
    }

    /// <summary>The name and the password (RFC 7617, section 2); empty where they cannot be read.</summary>
    private static (string User, string Password) Credentials(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var bytes = new byte[1_000];
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length))
        {
            return ("", "");
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return pair is [var user, var password] ? (user, password) : ("", "");
    }
}
