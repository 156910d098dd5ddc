using System.Text.Json;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Availability.Reading;

/// <summary>Items as Koha's REST API lists them (GET /api/v1/public/biblios/{biblio_id}/items; api/v1/swagger/definitions/item.yaml).</summary>
internal static class KohaItems
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 16 };

    /// <summary>Reads the list.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="InvalidOperationException">It is another JSON, or a text in it is half a character.</exception>
    public static IReadOnlyList<ItemNow> Read(ReadOnlyMemory<byte> json, DateTimeOffset now)
    {
        using var document = JsonDocument.Parse(json, Shallow);
        return [.. document.RootElement.EnumerateArray().Take(StatusReply.MostItems).Where(item => item.ValueKind == JsonValueKind.Object).Select(item => Read(item, DateOnly.FromDateTime(now.UtcDateTime)))];
    }

    /// <summary>A lost, withdrawn or damaged item is missing even while it is lent, as in a harvested record (holdings preset "koha").</summary>
    private static ItemNow Read(JsonElement item, DateOnly today)
    {
        var lent = item.FindText("checked_out_date");
        var status = IsSet(item, "lost_status") || IsSet(item, "withdrawn") || IsSet(item, "damaged_status") ? ItemStatus.Missing
            : !string.IsNullOrEmpty(lent) || (item.TryGetProperty("checkout", out var loan) && loan.ValueKind == JsonValueKind.Object) ? ItemStatus.OnLoan
            : IsSet(item, "effective_not_for_loan_status") || IsSet(item, "not_for_loan_status") ? ItemStatus.NotForLoan
            : ItemStatus.Available;
        return new ItemNow(
            status,
            status == ItemStatus.OnLoan ? Due(item, lent, today) : null,
            StatusReply.Short(item.FindText("external_id")),
            StatusReply.Short(item.FindText("callnumber")));
    }

    /// <summary>
    /// The due date of the loan where it is told. "checked_out_date" is items.onloan, which holds the due date whatever its new name
    /// says; where it is past it may be either, and nothing is said.
    /// </summary>
    private static DateOnly? Due(JsonElement item, string? lent, DateOnly today) =>
        (item.TryGetProperty("checkout", out var loan) ? ToldDate.Find(loan.FindText("due_date")) : null)
        ?? (ToldDate.Find(lent) is { } date && date > today ? date : null);

    /// <summary>An authorised value of Koha: 0, null or left out is "no".</summary>
    private static bool IsSet(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.Number => !value.TryGetInt32(out var number) || number != 0,
        JsonValueKind.String => value.GetString() is not ("" or "0"),
        JsonValueKind.True => true,
        _ => false,
    };
}
