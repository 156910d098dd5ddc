namespace UnionCatalog.Records;

/// <summary>What a library has of a record: one item, or the whole where the source names no items.</summary>
public sealed class Holding
{
    /// <summary>The branch's name or code; null when the library has one place only.</summary>
    public string? Branch { get; init; }

    /// <summary>Where it stands, such as "Rak Fiksi"; null when not stated.</summary>
    public string? ShelfLocation { get; init; }

    /// <summary>The call number as on the spine label; null when not stated.</summary>
    public string? CallNumber { get; init; }

    /// <summary>The item's barcode; null when the source names no items.</summary>
    public string? Barcode { get; init; }

    /// <summary>Whether it can be borrowed, as of the last harvest.</summary>
    public ItemStatus Status { get; init; } = ItemStatus.Unknown;

    /// <summary>A public note; null when there is none.</summary>
    public string? Note { get; init; }

    /// <summary>What the library has of a serial, in words (MARC 866, 867, 868).</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}

/// <summary>Whether an item can be borrowed.</summary>
public enum ItemStatus
{
    /// <summary>The source does not say.</summary>
    Unknown,

    /// <summary>On the shelf.</summary>
    Available,

    /// <summary>Lent out.</summary>
    OnLoan,

    /// <summary>To be read in the library only.</summary>
    NotForLoan,

    /// <summary>Lost, missing, damaged or withdrawn.</summary>
    Missing,
}
