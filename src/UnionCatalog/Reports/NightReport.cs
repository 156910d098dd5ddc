using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace UnionCatalog.Reports;

/// <summary>
/// How a night went, for every member. It says all it has to say by itself, sentences included, so that a kept report reads
/// the same for ever, whatever becomes of the members, the store and the catalogue of causes.
/// </summary>
public sealed record NightReport
{
    /// <summary>The form in which reports are written today.</summary>
    public const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions AsKept = new(JsonSerializerDefaults.Web)
    {
        // Read by people as well; names of libraries stay letters.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The form it is written in.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The morning after the night.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The IANA time zone by which it is told.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Since when: where the report before ended, else noon.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>When it was drawn, by this machine's clock.</summary>
    public required DateTimeOffset Drawn { get; init; }

    /// <summary>Every member that was configured then, by name of source.</summary>
    public required IReadOnlyList<MemberNight> Members { get; init; }

    /// <summary>The nights before, as far as they were reported, and this one last.</summary>
    public required IReadOnlyList<NightTotals> History { get; init; }

    /// <summary>The sum over all members.</summary>
    [JsonIgnore]
    public NightTotals Totals => History[^1];

    /// <summary>The members that need a person, those whose need is greatest first.</summary>
    [JsonIgnore]
    public IEnumerable<MemberNight> InNeed => Members
        .Where(member => member.Needs.Count > 0)
        .OrderBy(member => member.Needs[0].Kind)
        .ThenBy(member => member.LastSuccess ?? DateTimeOffset.MinValue)
        .ThenBy(member => member.Id, StringComparer.Ordinal);

    /// <summary>Reads a kept report.</summary>
    /// <exception cref="InvalidDataException">It is none, or was written by a later version.</exception>
    public static NightReport Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<NightReport>(json.Span, AsKept) is { Version: <= CurrentVersion, History.Count: > 0 } report
                ? report
                : throw new InvalidDataException("The kept report was written by a later version of UnionCatalog. Install that version again to read it.");
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException("The kept report cannot be read: it is damaged. Restore the store from a backup.", damaged);
        }
    }

    /// <summary>The report as it is kept.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, AsKept);
}

/// <summary>A night in a few numbers, over all members.</summary>
/// <param name="Date">The morning after it.</param>
/// <param name="New">Records that came new.</param>
/// <param name="Changed">Records that changed.</param>
/// <param name="Deleted">Records that were deleted.</param>
/// <param name="SetAside">Records that could not be read.</param>
/// <param name="Held">Records whose removal was held.</param>
/// <param name="Live">Records that there were when the report was drawn.</param>
/// <param name="Members">Members that were configured.</param>
/// <param name="InNeed">Of those, how many needed a person.</param>
public sealed record NightTotals(DateOnly Date, long New, long Changed, long Deleted, long SetAside, long Held, long Live, int Members, int InNeed)
{
    /// <summary>Whether the night was reported. A night that was not has no numbers.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>A night that nobody reported.</summary>
    public static NightTotals Unknown(DateOnly date) => new(date, 0, 0, 0, 0, 0, 0, 0, 0) { IsKnown = false };
}
