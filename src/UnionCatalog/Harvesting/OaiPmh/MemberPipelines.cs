using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>
/// For each member its own chain of retry and circuit breaker, so that one member's trouble never
/// touches another. Safe to use from several threads.
/// </summary>
internal sealed class MemberPipelines(HarvestOptions options, TimeProvider clock, ILogger<MemberPipelines> log)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestSample = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<SourceId, (FetchedSource Source, ResiliencePipeline Pipeline)> _pipelines = new();

    /// <summary>The member's chain; a new one, with a closed circuit, after its configuration was changed.</summary>
    public ResiliencePipeline For(SourceId member, FetchedSource source) => _pipelines.AddOrUpdate(
        member,
        _ => (source, Build(member, source)),
        (_, known) => ReferenceEquals(known.Source, source) ? known : (source, Build(member, source))).Pipeline;

    private ResiliencePipeline Build(SourceId member, FetchedSource source)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (source.Retries > 0)
        {
            builder.AddRetry(Retry(member, source.Retries));
        }

        return builder.AddCircuitBreaker(Breaker(source)).Build();
    }

    private RetryStrategyOptions Retry(SourceId member, int retries) => new()
    {
        ShouldHandle = arguments => ValueTask.FromResult(IsPassing(arguments.Outcome.Exception)),
        MaxRetryAttempts = retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = FirstDelay,
        MaxDelay = LongestDelay,
        DelayGenerator = arguments => ValueTask.FromResult(AskedDelay(arguments.Outcome.Exception)),
        OnRetry = arguments =>
        {
            HarvestLog.Retrying(
                log, member, arguments.AttemptNumber + 1, retries, arguments.RetryDelay, arguments.Outcome.Exception!.Message);
            return ValueTask.CompletedTask;
        },
    };

    /// <summary>Opens when every try of one request failed and nothing else went well meanwhile.</summary>
    private CircuitBreakerStrategyOptions Breaker(FetchedSource source)
    {
        var tries = source.Retries + 1;
        var sample = tries * (source.Delay + source.RequestTimeout + options.MaxRetryAfter);
        return new()
        {
            ShouldHandle = arguments => ValueTask.FromResult(IsPassing(arguments.Outcome.Exception)),
            FailureRatio = 1,
            MinimumThroughput = Math.Max(2, tries),
            SamplingDuration = sample < LongestSample ? sample : LongestSample,
            BreakDuration = options.Rest,
        };
    }

    private static bool IsPassing(Exception? error) => error is MemberFault { IsPassing: true };

    /// <summary>What the member's Retry-After says, within bounds; null lets the exponential delay stand.</summary>
    private TimeSpan? AskedDelay(Exception? error) =>
        error is MemberFault { RetryAfter: { } asked } ? TimeSpan.FromTicks(Math.Min(asked.Ticks, options.MaxRetryAfter.Ticks)) : null;
}
