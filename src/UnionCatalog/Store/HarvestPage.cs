namespace UnionCatalog.Store;

/// <summary>One page of a harvest, stored whole or not at all together with the position after it.</summary>
public sealed record HarvestPage
{
    /// <summary>The run that fetched it.</summary>
    public required long RunId { get; init; }

    /// <summary>The readable records, live and deleted, in the order of the page.</summary>
    public required IReadOnlyList<HarvestedRecord> Records { get; init; }

    /// <summary>The unreadable ones.</summary>
    public IReadOnlyList<SetAsideRecord> SetAside { get; init; } = [];

    /// <summary>Whether the page was not well-formed and was read record by record.</summary>
    public bool IsMended { get; init; }

    /// <summary>Where the harvest goes on after this page.</summary>
    public required ListPosition Next { get; init; }

    /// <summary>The page's responseDate; only the first page's is kept.</summary>
    public DateTimeOffset? ServerTime { get; init; }

    /// <summary>The page's completeListSize; null when the member does not say.</summary>
    public long? ListSize { get; init; }

    /// <summary>Requests sent for this page, retries included.</summary>
    public long Requests { get; init; } = 1;

    /// <summary>Of those, how many were retries.</summary>
    public long Retries { get; init; }
}
