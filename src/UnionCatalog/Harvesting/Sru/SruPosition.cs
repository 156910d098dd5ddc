using System.Text.Json;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>Where a harvest stands in a list: what is kept with every page, so that one that was cut off goes on.</summary>
internal sealed record SruPosition
{
    /// <summary>The parts still to come, the one under way first; none: the list is at its end.</summary>
    public IReadOnlyList<SruRange> Ranges { get; init; } = [SruRange.Everything];

    /// <summary>Which record of the first part comes next, from 1.</summary>
    public long Start { get; init; } = 1;

    /// <summary>How many records the first part had when it was begun; null when it was not begun or the server does not say.</summary>
    public long? Size { get; init; }

    /// <summary>Whether that number is exact; SRU 2.0 may say that it is not.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>How many records the whole list has; null as above.</summary>
    public long? ListSize { get; init; }

    /// <summary>How many records of one part the server gives; null while it has given all.</summary>
    public long? Cap { get; init; }

    /// <summary>How many records the parts had that are done.</summary>
    public long Done { get; init; }

    /// <summary>The first part is done.</summary>
    public SruPosition Next(long came) => this with { Ranges = [.. Ranges.Skip(1)], Start = 1, Size = null, Done = Done + came };

    /// <summary>The first part is asked for in smaller parts.</summary>
    public SruPosition Part(IReadOnlyList<SruRange> parts) => this with { Ranges = [.. parts, .. Ranges.Skip(1)], Start = 1, Size = null };

    /// <summary>Written as a run keeps it.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>The position that was kept; the beginning where none was.</summary>
    public static SruPosition Read(string? kept) => kept is null ? new() : JsonSerializer.Deserialize<SruPosition>(kept)!;
}
