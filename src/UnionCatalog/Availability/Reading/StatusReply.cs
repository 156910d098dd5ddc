using System.Text.Json;
using System.Xml;
using UnionCatalog.Members;

namespace UnionCatalog.Availability.Reading;

/// <summary>Reads what a library's catalogue answers. An answer that is not as it should be says nothing; none makes it throw.</summary>
internal static class StatusReply
{
    /// <summary>Items of one record; what an answer tells beyond is passed over.</summary>
    public const int MostItems = 100;

    /// <summary>The letters of a barcode or call number; a longer text is none.</summary>
    private const int LongestText = 60;

    /// <summary>The items; null when the answer tells none.</summary>
    /// <param name="form">The form that the library is said to answer in.</param>
    /// <param name="body">The answer.</param>
    /// <param name="now">When it came.</param>
    public static IReadOnlyList<ItemNow>? Read(StatusForm form, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        try
        {
            var items = (form switch
            {
                StatusForm.Slims => SlimsPage.Read(body.Span),
                StatusForm.Koha => KohaItems.Read(WithoutMark(body), now),
                _ => body.Span.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..] ? DaiaXml.Read(body) : DaiaJson.Read(WithoutMark(body)),
            }).Take(MostItems).ToList();
            return items.Count > 0 ? items : null;
        }
        catch (Exception odd) when (odd is JsonException or XmlException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The text where it is there and not too long to be what it is said to be.</summary>
    public static string? Short(string? text) => text?.Trim() is { Length: > 0 and <= LongestText } trimmed ? trimmed : null;

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
}
