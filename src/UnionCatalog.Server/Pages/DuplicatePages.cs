using System.Globalization;
using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Server.Api;

namespace UnionCatalog.Server.Pages;

/// <summary>A library's own duplicates, as a page and as CSV for a spreadsheet: titles, identifiers and call numbers, nothing of persons.</summary>
internal static class DuplicatePages
{
    private const int CsvPage = 1_000;
    private const int CsvPages = 10;

    private static readonly string[] Columns = ["edition", "title", "author", "year", "records", "record", "call_numbers", "link"];

    public static void MapDuplicatePages(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/libraries/{id}/duplicates", PageEndpoints.Reading, ShowAsync);
        pages.MapMethods("/libraries/{id}/duplicates.csv", PageEndpoints.Reading, WriteAsync);
    }

    /// <summary>Where a library's duplicates are.</summary>
    public static string Address(SourceId library) => $"/libraries/{library.Value}/duplicates";

    private static async Task<IResult> ShowAsync(HttpContext http, string id, string? page, DuplicateLister lister, CancellationToken cancellation)
    {
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, DuplicateLister.LastPage) : 1;
        return await lister.ListAsync(id, number, DuplicateLister.PageSize, cancellation) is { } listing
            ? PageEndpoints.Draw<DuplicatesPage>(http, new() { [nameof(DuplicatesPage.Listing)] = listing })
            : PageEndpoints.NotFound(http);
    }

    private static async Task<IResult> WriteAsync(HttpContext http, string id, DuplicateLister lister, CancellationToken cancellation)
    {
        var csv = Csv.Begin(Columns);
        for (var page = 1; page <= CsvPages; page++)
        {
            if (await lister.ListAsync(id, page, CsvPage, cancellation) is not { } listing)
            {
                return PageEndpoints.NotFound(http);
            }

            foreach (var edition in listing.Editions)
            {
                AddLines(csv, edition, PageTexts.For(http.Request));
            }

            if (listing.Total <= page * CsvPage)
            {
                break;
            }
        }

        return Results.Bytes(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8; header=present", $"judul-ganda-{id}.csv");
    }

    private static void AddLines(StringBuilder csv, DuplicateEdition edition, PageTexts texts)
    {
        foreach (var record in edition.Records)
        {
            csv.AddLine(
            [
                edition.Id.Value,
                edition.Entry is { } entry ? RecordLines.Title(entry.Description, texts) : null,
                edition.Entry is { } described ? RecordLines.By(described.Description) : null,
                edition.Entry?.Description.Year,
                edition.Count,
                record.Identifier,
                string.Join("; ", DuplicateEdition.CallNumbers(record)),
                record.Link?.AbsoluteUri,
            ]);
        }
    }
}
