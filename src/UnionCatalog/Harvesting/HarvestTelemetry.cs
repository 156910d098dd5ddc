using System.Diagnostics;
using System.Diagnostics.Metrics;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>
/// What harvests tell whoever measures the service: counters of each member, and an activity a run and a page.
/// Costs next to nothing while nobody listens.
/// </summary>
public sealed class HarvestTelemetry : IDisposable
{
    /// <summary>The name of both the meter and the source of activities.</summary>
    public const string Name = "UnionCatalog.Harvesting";

    /// <summary>The tag that names the member on every measurement and activity.</summary>
    public const string MemberTag = "member";

    private readonly ActivitySource _activities = new(Name);
    private readonly Meter _meter;
    private readonly Counter<long> _records;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _retries;
    private readonly Histogram<double> _duration;

    /// <summary>Makes the instruments with the host's factory, which disposes of them.</summary>
    public HarvestTelemetry(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _records = _meter.CreateCounter<long>("unioncatalog.harvest.records", "{record}", "Records that harvests stored, by what became of them.");
        _requests = _meter.CreateCounter<long>("unioncatalog.harvest.requests", "{request}", "Requests sent to members, retries included.");
        _retries = _meter.CreateCounter<long>("unioncatalog.harvest.retries", "{request}", "Requests that had to be sent again.");
        _duration = _meter.CreateHistogram<double>("unioncatalog.harvest.duration", "s", "How long a harvest took, from its first request now to its end.");
    }

    /// <inheritdoc/>
    public void Dispose() => _activities.Dispose();

    internal Activity? StartRun(SourceId member, HarvestScope scope) =>
        Start("harvest", member)?.SetTag("scope", scope.ToString());

    internal Activity? StartPage(SourceId member) => Start("harvest page", member);

    /// <summary>Counts what a page, or the end of a run, came to.</summary>
    internal void Count(SourceId member, RunCounts counts)
    {
        Add(_records, counts.New, member, "new");
        Add(_records, counts.Changed, member, "changed");
        Add(_records, counts.Unchanged, member, "unchanged");
        Add(_records, counts.Deleted, member, "deleted");
        Add(_records, counts.Held, member, "held");
        Add(_records, counts.SetAside, member, "set_aside");
        Add(_requests, counts.Requests, member);
        Add(_retries, counts.Retries, member);
    }

    internal void End(HarvestRun run, TimeSpan took, Activity? activity)
    {
        var status = run.Status switch { RunStatus.Completed => "completed", RunStatus.Failed => "failed", _ => "paused" };
        _duration.Record(took.TotalSeconds, new(MemberTag, run.Source.Value), new("status", status));
        activity?.SetTag("run", run.Id).SetStatus(run.Failure is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, run.Failure);
    }

    private static void Add(Counter<long> counter, long count, SourceId member, string? outcome = null)
    {
        if (count > 0)
        {
            var tags = new TagList { { MemberTag, member.Value } };
            if (outcome is not null)
            {
                tags.Add("outcome", outcome);
            }

            counter.Add(count, tags);
        }
    }

    private Activity? Start(string name, SourceId member) => _activities.StartActivity(name)?.SetTag(MemberTag, member.Value);
}
