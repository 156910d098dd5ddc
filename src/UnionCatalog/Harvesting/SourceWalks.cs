using UnionCatalog.Harvesting.Files;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Harvesting.Sru;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>Opens the way in that a member's configuration names.</summary>
internal sealed class SourceWalks(OaiClient oai, SruClient sru, HarvestOptions options, TimeProvider clock)
{
    /// <summary>The walk for one harvest; null for a member that sends its records itself.</summary>
    /// <param name="member">Whom to harvest.</param>
    /// <param name="tally">Counts the requests.</param>
    public ISourceWalk? Open(Member member, RequestTally tally) => member.Source switch
    {
        OaiPmhSource source => new OaiWalk(oai, options, member, source, tally),
        SruSource source => new SruWalk(sru, options, member, source, tally),
        FilesSource source => new FileWalk(member, source, new DropFolder(options, member, source, clock), RunOrigin.Harvest),
        _ => null,
    };
}
