using Quartz;
using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Jobs;

/// <summary>One member's scheduled harvest. Quartz runs no two jobs of one key together, and the key is the member.</summary>
[DisallowConcurrentExecution]
internal sealed class HarvestJob(Harvester harvester, MemberDirectory members, CatalogWorker worker) : IJob
{
    public static JobKey KeyOf(SourceId member) => new(member.Value, "harvest");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (members.Find(new SourceId(context.JobDetail.Key.Name)) is { } member)
        {
            await harvester.HarvestAsync(member, HarvestScope.Incremental, new WakeWorker(worker), cancellationToken);
            worker.Wake();
        }
    }

    /// <summary>Readers see a long first harvest page by page, not after hours.</summary>
    private sealed class WakeWorker(CatalogWorker worker) : IProgress<HarvestRun>
    {
        public void Report(HarvestRun value) => worker.Wake();
    }
}
