namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>How far a check-up goes: it is a visit, not a harvest.</summary>
public sealed record CheckUpOptions
{
    /// <summary>The most requests that one check-up sends. Default: 40.</summary>
    public int MostRequests { get; init; } = 40;

    /// <summary>How long one request may take. Default: 45 seconds.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How long an address may take that is only tried. Default: 15 seconds.</summary>
    public TimeSpan SearchTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the whole check-up may take. Default: 5 minutes.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The largest page that is read, in bytes. Default: 16 MB.</summary>
    public long MaxPageBytes { get; init; } = 16L << 20;

    /// <summary>Where the school's administrator reaches us, for the User-Agent; null: it names the program only.</summary>
    public string? Contact { get; init; }
}
