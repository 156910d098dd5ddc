namespace UnionCatalog.Members;

/// <summary>A part of every day, such as 20:00 to 05:00; it may go over midnight. Where both ends are equal it is the whole day.</summary>
/// <param name="From">Its first minute.</param>
/// <param name="To">The minute after its last.</param>
public readonly record struct HourRange(TimeOnly From, TimeOnly To)
{
    /// <summary>Reads "20:00-05:00"; null for anything else.</summary>
    public static HourRange? Parse(string text) =>
        text.Split('-') is [var from, var to] && TimeOnly.TryParseExact(from, "HH:mm", out var first) && TimeOnly.TryParseExact(to, "HH:mm", out var end)
            ? new(first, end)
            : null;

    /// <summary>Whether a time of day is in it.</summary>
    public bool Contains(TimeOnly time) => From == To || time.IsBetween(From, To);
}
