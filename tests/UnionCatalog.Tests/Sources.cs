using UnionCatalog.Members;

namespace UnionCatalog.Tests;

/// <summary>What tests need of a member's source.</summary>
internal static class Sources
{
    /// <summary>The source of a member that is harvested by OAI-PMH.</summary>
    public static OaiPmhSource Oai(this Member member) => (OaiPmhSource)member.Source;
}
