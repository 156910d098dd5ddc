namespace UnionCatalog.Members;

/// <summary>A member's SRU server, whose whole catalogue is searched for at every harvest (SRU 1.1, 1.2 and 2.0).</summary>
public sealed record SruSource : FetchedSource
{
    /// <summary>The version to speak: "1.1", "1.2" or "2.0". Default: 1.1.</summary>
    public string Version { get; init; } = "1.1";

    /// <summary>The record schema to ask for; null: the best that the server has (marcxml, mods, dc).</summary>
    public string? RecordSchema { get; init; }

    /// <summary>The CQL query that finds the records. Default: all records (the context set cql, 1.2).</summary>
    public string Query { get; init; } = "cql.allRecords=1";

    /// <summary>Records a page. Default: 50.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>The index by whose ranges the list is asked for in parts, where the server gives only the first so many; null: there is none.</summary>
    public string? RangeIndex { get; init; }
}
