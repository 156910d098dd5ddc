using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.Slims;

/// <summary>What came of an order.</summary>
/// <param name="Run">The run that it was written down as.</param>
/// <param name="SetAside">The numbers of the records that could not be read; null for one that has none.</param>
public sealed record SlimsReceipt(HarvestRun Run, IReadOnlyList<long?> SetAside);
