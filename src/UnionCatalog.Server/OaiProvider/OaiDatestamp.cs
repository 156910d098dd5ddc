using System.Globalization;

namespace UnionCatalog.Server.OaiProvider;

/// <summary>The finest unit of a repository's datestamps (OAI-PMH 2.0, section 2.7.1).</summary>
internal enum OaiGranularity
{
    /// <summary>YYYY-MM-DD.</summary>
    Day,

    /// <summary>YYYY-MM-DDThh:mm:ssZ.</summary>
    Seconds,
}

/// <summary>UTCdatetime as the standard writes it (section 3.3).</summary>
internal static class OaiDatestamp
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>The pattern that Identify gives for a granularity, which is also how people know it.</summary>
    public static string Name(OaiGranularity granularity) =>
        granularity == OaiGranularity.Day ? "YYYY-MM-DD" : "YYYY-MM-DDThh:mm:ssZ";

    /// <summary>Writes an instant in a granularity.</summary>
    public static string Format(DateTimeOffset instant, OaiGranularity granularity) =>
        instant.UtcDateTime.ToString(Pattern(granularity), CultureInfo.InvariantCulture);

    /// <summary>Reads text in either granularity; null when it is in neither.</summary>
    public static (DateTimeOffset Instant, OaiGranularity Granularity)? Read(string text)
    {
        foreach (var granularity in Enum.GetValues<OaiGranularity>())
        {
            if (DateTimeOffset.TryParseExact(text, Pattern(granularity), CultureInfo.InvariantCulture, Utc, out var instant))
            {
                return (instant, granularity);
            }
        }

        return null;
    }

    /// <summary>Cuts an instant to a granularity, so that what is compared is what harvesters were told.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset instant, OaiGranularity granularity)
    {
        var unit = granularity == OaiGranularity.Day ? TimeSpan.TicksPerDay : TimeSpan.TicksPerSecond;
        return new DateTimeOffset(instant.UtcTicks - (instant.UtcTicks % unit), TimeSpan.Zero);
    }

    private static string Pattern(OaiGranularity granularity) =>
        granularity == OaiGranularity.Day ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'";
}
