namespace UnionCatalog.Availability;

/// <summary>How far the service goes to learn whether a book is in.</summary>
public sealed record AvailabilityOptions
{
    /// <summary>Who it says that it is.</summary>
    public string UserAgent { get; init; } = "UnionCatalog";

    /// <summary>The longest that a reader waits for all libraries of an edition together. Default: 2 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Libraries of one edition that are asked; of the others the last harvest is shown. Default: 20.</summary>
    public int MostLibraries { get; init; } = 20;

    /// <summary>Records of one library for which it is asked; one that has more of an edition is not asked. Default: 3.</summary>
    public int MostRecords { get; init; } = 3;

    /// <summary>How long an answer is good. Default: 5 minutes.</summary>
    public TimeSpan Keeping { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long it is remembered that no answer was to be had for a record. Default: 30 seconds.</summary>
    public TimeSpan Grudge { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Answers that are kept in memory. Default: 2,000.</summary>
    public int MostKept { get; init; } = 2_000;

    /// <summary>Requests to one host in one minute, all members there together. Default: 60.</summary>
    public int MostAMinute { get; init; } = 60;

    /// <summary>The largest answer, unpacked, in bytes. Default: 1 MiB.</summary>
    public int MostBytes { get; init; } = 1024 * 1024;

    /// <summary>How many redirects are followed, all on the library's own host. Default: 3.</summary>
    public int MostRedirects { get; init; } = 3;

    /// <summary>After how many failures in a row a library is left alone. Default: 3.</summary>
    public int FailuresInARow { get; init; } = 3;

    /// <summary>For how long it is left alone then. Default: 5 minutes.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromMinutes(5);
}
