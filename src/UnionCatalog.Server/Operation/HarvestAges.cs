using System.Diagnostics.Metrics;
using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Operation;

/// <summary>
/// Measures, whenever somebody asks, how long ago each member's last complete harvest ended: the one number that shows a
/// member going stale, whatever the cause. A member that was never harvested has none.
/// </summary>
internal sealed class HarvestAges(IMeterFactory meters, MemberDirectory members, IHarvestStore harvests, TimeProvider clock) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters.Create(HarvestTelemetry.Name).CreateObservableGauge(
            "unioncatalog.harvest.age", Observe, "s", "Time since the member's last complete harvest ended.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<Measurement<double>> Observe()
    {
        foreach (var member in members.All)
        {
            // Instruments are read without awaiting; this store answers without waiting.
            if (harvests.FindLastCompletedAsync(member.Id, default).GetAwaiter().GetResult()?.Ended is { } ended)
            {
                yield return new((clock.GetUtcNow() - ended).TotalSeconds, new KeyValuePair<string, object?>(HarvestTelemetry.MemberTag, member.Id.Value));
            }
        }
    }
}
