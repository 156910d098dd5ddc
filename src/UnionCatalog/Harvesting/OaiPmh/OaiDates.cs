using System.Globalization;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>Datestamps (OAI-PMH 2.0, section 3.3) as they are written in life.</summary>
internal static class OaiDates
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK",
    ];

    /// <summary>Reads either granularity; a time without a zone is UTC. Null for what is no date.</summary>
    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(
            text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date : null;

    /// <summary>Writes in the granularity that the provider understands.</summary>
    public static string Write(DateTimeOffset date, bool asDay) =>
        date.UtcDateTime.ToString(asDay ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
