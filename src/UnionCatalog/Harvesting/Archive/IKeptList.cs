using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.Archive;

/// <summary>Reads a member's kept pages as its way in read them when they came.</summary>
internal interface IKeptList
{
    /// <summary>What a page told; null where it is no page of a list, such as the member's answer to who it is.</summary>
    ToldPage? Read(KeptPage page);
}

/// <summary>What a kept page told.</summary>
/// <param name="Records">The readable records.</param>
/// <param name="SetAside">The unreadable ones.</param>
/// <param name="IsMended">Whether it was read record by record.</param>
/// <param name="IsCut">Whether it broke off, so that the harvest asked for it again.</param>
internal sealed record ToldPage(IReadOnlyList<HarvestedRecord> Records, IReadOnlyList<SetAsideRecord> SetAside, bool IsMended, bool IsCut);
