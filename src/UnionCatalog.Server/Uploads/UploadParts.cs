using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace UnionCatalog.Server.Uploads;

/// <summary>
/// The upload form as it comes in, part by part (RFC 7578): the password first, so that nothing of a stranger's file is kept.
/// </summary>
/// <param name="Password">The password that was typed.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="File">Its bytes, read from the network as they are wanted.</param>
internal sealed record UploadParts(string Password, string FileName, Stream File)
{
    private const int LongestPassword = 1_000;

    /// <summary>Reads as far as the file.</summary>
    /// <returns>Null where the form is not the one that the page has.</returns>
    public static async Task<UploadParts?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
        {
            return null;
        }

        string? password = null;
        var parts = new MultipartReader(boundary, request.Body);
        while (await parts.ReadNextSectionAsync(cancellation) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            {
                return null;
            }

            switch (HeaderUtilities.RemoveQuotes(disposition.Name).Value)
            {
                case "password":
                    password = await ReadTextAsync(part.Body, cancellation);
                    break;
                case "file" when password is not null:
                    return new(password, HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "", part.Body);
                case "file":
                    return null;
            }
        }

        return null;
    }

    private static async Task<string> ReadTextAsync(Stream body, CancellationToken cancellation)
    {
        using var text = new StreamReader(body);
        var letters = new char[LongestPassword];
        return new string(letters, 0, await text.ReadBlockAsync(letters.AsMemory(), cancellation));
    }
}
