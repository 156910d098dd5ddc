using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Harvesting.Files;
using UnionCatalog.Members;
using UnionCatalog.Records.Rows;
using UnionCatalog.Server.Operation;
using UnionCatalog.Server.Uploads;

namespace UnionCatalog.Server.Pages;

/// <summary>
/// The pages by which a library sends its list of books: choose a file, see how it is read, put columns right, store. What is
/// to be confirmed has an address that nobody guesses, so that no other site can confirm in a library's name.
/// </summary>
internal static class UploadEndpoints
{
    private const string Store = "store";

    public static void MapUpload(this IEndpointRouteBuilder pages)
    {
        var upload = pages.MapGroup("/upload/{member}").HoldsSecrets().AddEndpointFilter((context, next) =>
        {
            // What a library has not confirmed yet is kept by no cache.
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        upload.MapMethods("", PageEndpoints.Reading, Open);
        upload.MapPost("", TakeAsync);
        upload.MapMethods("/{token}", PageEndpoints.Reading, LookAsync);
        upload.MapPost("/{token}", DecideAsync);
    }

    private static DrawnPage Open(string member, HttpContext http, FileUploads uploads) =>
        uploads.Find(member) is { } found ? Ask(http, found, null) : Closed(http);

    private static async Task<IResult> TakeAsync(string member, HttpContext http, FileUploads uploads, CancellationToken cancellation)
    {
        if (uploads.Find(member) is not { } found)
        {
            return Closed(http);
        }

        FileUploads.AllowFile(http);
        try
        {
            if (await UploadParts.ReadAsync(http.Request, cancellation) is not { } parts)
            {
                return Ask(http, found, "upload.no-file", StatusCodes.Status400BadRequest);
            }

            if (await uploads.KnockAsync(found, parts.Password, http) is var answer and not GateAnswer.Open)
            {
                return await TurnAwayAsync(http, found, answer, parts);
            }

            if (await uploads.Pending.TakeAsync(found.Id, parts.FileName, parts.File, cancellation) is { } upload)
            {
                return SeeOther(http, $"/upload/{found.Id}/{upload.Token}");
            }

            await FileUploads.DrainAsync(parts.File, cancellation);
            return TooLarge(http, found);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(http, found);
        }
        catch (Exception broken) when (broken is InvalidDataException || (broken is IOException && DataFolder.Explain(broken) is null))
        {
            return Ask(http, found, "upload.no-file", StatusCodes.Status400BadRequest); // the form broke off; a fault of our disk is another thing
        }
    }

    private static async Task<IResult> LookAsync(string member, string token, HttpContext http, FileUploads uploads, CancellationToken cancellation)
    {
        if (Find(member, token, uploads) is not var (found, upload))
        {
            return Closed(http);
        }

        return Show(http, found, upload, await FileUploads.LookAsync(upload, found, cancellation), null);
    }

    private static async Task<IResult> DecideAsync(string member, string token, HttpContext http, FileUploads uploads, CancellationToken cancellation)
    {
        if (Find(member, token, uploads) is not var (found, upload))
        {
            return Closed(http);
        }

        if (!http.Request.HasFormContentType)
        {
            return TypedResults.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var preview = await FileUploads.LookAsync(upload, found, cancellation);
        upload = upload with { Columns = PutRight(upload, preview, form) };
        uploads.Pending.Save(upload);
        if (form["do"] != Store)
        {
            return SeeOther(http, $"/upload/{found.Id}/{upload.Token}");
        }

        preview = await FileUploads.LookAsync(upload, found, cancellation);
        if (preview.Fault is not null)
        {
            return Show(http, found, upload, preview, null);
        }

        return await uploads.StoreAsync(upload, found, http) is { } run
            ? PageEndpoints.Draw<UploadDonePage>(http, new() { [nameof(UploadDonePage.Member)] = found, [nameof(UploadDonePage.Run)] = run, [nameof(UploadDonePage.FileName)] = upload.Name })
            : Show(http, found, upload, preview, "upload.busy");
    }

    private static (Member Member, PendingUpload Upload)? Find(string member, string token, FileUploads uploads) =>
        uploads.Find(member) is { } found && uploads.Pending.Find(found.Id, token) is { } upload ? (found, upload) : null;

    /// <summary>What the form's boxes say that differs from what was recognised.</summary>
    private static Dictionary<string, string> PutRight(PendingUpload upload, FilePreview preview, IFormCollection form)
    {
        var columns = new Dictionary<string, string>(upload.Columns, StringComparer.OrdinalIgnoreCase);
        foreach (var column in preview.Layout?.Columns ?? [])
        {
            var chosen = form[$"column{column.Index.ToString(CultureInfo.InvariantCulture)}"].ToString();
            var isKnown = chosen.Length == 0 || RowHeadings.Named(chosen) is not null;
            if (form.ContainsKey($"column{column.Index.ToString(CultureInfo.InvariantCulture)}") && isKnown && chosen != $"{column.Field}")
            {
                columns[column.Heading] = chosen;
            }
        }

        return columns;
    }

    private static DrawnPage Show(HttpContext http, Member member, PendingUpload upload, FilePreview preview, string? problemKey) => PageEndpoints.Draw<UploadPreviewPage>(http, new()
    {
        [nameof(UploadPreviewPage.Member)] = member,
        [nameof(UploadPreviewPage.FileName)] = upload.Name,
        [nameof(UploadPreviewPage.Token)] = upload.Token,
        [nameof(UploadPreviewPage.Preview)] = preview,
        [nameof(UploadPreviewPage.ProblemKey)] = problemKey,
    });

    private static async Task<IResult> TurnAwayAsync(HttpContext http, Member member, GateAnswer answer, UploadParts parts)
    {
        if (answer is GateAnswer.Closed)
        {
            return Ask(http, member, "upload.closed-gate", StatusCodes.Status429TooManyRequests);
        }

        await FileUploads.DrainAsync(parts.File, http.RequestAborted);
        return Ask(http, member, "upload.wrong-password", StatusCodes.Status403Forbidden);
    }

    private static DrawnPage TooLarge(HttpContext http, Member member) => Ask(http, member, "upload.too-large", StatusCodes.Status413PayloadTooLarge);

    private static DrawnPage Ask(HttpContext http, Member member, string? problemKey, int status = StatusCodes.Status200OK)
    {
        var page = PageEndpoints.Draw<UploadPage>(http, new() { [nameof(UploadPage.Member)] = member, [nameof(UploadPage.ProblemKey)] = problemKey });
        page.StatusCode = status;
        return page;
    }

    private static DrawnPage Closed(HttpContext http) =>
        PageEndpoints.Message(http, StatusCodes.Status404NotFound, "upload.none", "upload.none.advice");

    /// <summary>To a page that may be asked for again without sending anything again (RFC 9110, section 15.4.4).</summary>
    private static StatusCodeHttpResult SeeOther(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
