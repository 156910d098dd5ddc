namespace UnionCatalog.Harvesting.Slims;

/// <summary>What a SLiMS asks of the union catalogue.</summary>
public abstract record SlimsOrder
{
    private SlimsOrder()
    {
    }

    /// <summary>To take these records.</summary>
    /// <param name="Biblios">The records, in the order they came.</param>
    public sealed record Upload(IReadOnlyList<SlimsBiblio> Biblios) : SlimsOrder;

    /// <summary>To remove these.</summary>
    /// <param name="Numbers">Their numbers in SLiMS (biblio_id), 1 or more each.</param>
    public sealed record Delete(IReadOnlyList<long> Numbers) : SlimsOrder;
}

/// <summary>One record as it came.</summary>
/// <param name="Number">Its number in SLiMS (biblio_id), 1 or more; null when it has none.</param>
/// <param name="Json">Its JSON in UTF-8, of whatever kind.</param>
public sealed record SlimsBiblio(long? Number, ReadOnlyMemory<byte> Json);
