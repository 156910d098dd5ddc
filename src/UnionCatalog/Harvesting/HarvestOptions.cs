namespace UnionCatalog.Harvesting;

/// <summary>What holds for every harvest, whoever the member is.</summary>
public sealed record HarvestOptions
{
    /// <summary>
    /// Where a member's administrator reaches us: a web or mail address that goes into every request's User-Agent.
    /// Null: the User-Agent names the program only.
    /// </summary>
    public string? Contact { get; init; }

    /// <summary>The data folder, in which members' folders for files are. Default: "data" in the current folder.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>Whether the files in members' folders stay where they are, read or not, as a dry run has it. Default: what was read is put away.</summary>
    public bool LeavesFiles { get; init; }

    /// <summary>The largest page that is read, in bytes after decompression. Default: 64 MB.</summary>
    public long MaxPageBytes { get; init; } = 64L << 20;

    /// <summary>The largest record that is stored, in bytes; a larger one is set aside cut short. Default: 4 MB.</summary>
    public int MaxRecordBytes { get; init; } = 4 << 20;

    /// <summary>The most records that one page may have. Default: 100,000.</summary>
    public int MaxPageRecords { get; init; } = 100_000;

    /// <summary>The most pages that one harvest fetches. Default: 1,000,000.</summary>
    public int MaxPages { get; init; } = 1_000_000;

    /// <summary>The longest that a member's Retry-After is waited for; a longer one is cut to this. Default: 10 minutes.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The folder of the pages that members' systems sent, for those members whose configuration keeps them; null, the default: none are kept.</summary>
    public string? PagesFolder { get; init; }

    /// <summary>How long a member whose requests failed again and again is left alone. Default: 5 minutes.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromMinutes(5);
}
