using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Availability;

/// <summary>
/// For each library a circuit of its own: one that failed so many times in a row is left alone for minutes, then asked once to see
/// whether it is back. Safe to use from several threads.
/// </summary>
internal sealed class Circuits(AvailabilityOptions options, TimeProvider clock)
{
    private static readonly TimeSpan LongestSample = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<(SourceId Library, StatusRecipe Recipe), ResiliencePipeline<Fetched>> _circuits = new();

    /// <summary>Asks, unless the library is left alone.</summary>
    public async Task<Fetched> AskAsync(AskedRecord record, Func<CancellationToken, Task<Fetched>> ask, CancellationToken cancellation)
    {
        var library = (record.Record.Source, record.Recipe);
        var circuit = _circuits.GetOrAdd(library, _ => Build());
        try
        {
            var fetched = await circuit.ExecuteAsync(async token => await ask(token), cancellation);
            if (fetched is not Fetched.Failure)
            {
                // Polly counts shares of a time; forgetting what went before makes of them failures in a row.
                _circuits.TryRemove(new(library, circuit));
            }

            return fetched;
        }
        catch (BrokenCircuitException)
        {
            return new Fetched.Nothing();
        }
    }

    private ResiliencePipeline<Fetched> Build() => new ResiliencePipelineBuilder<Fetched> { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Fetched>
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is Fetched.Failure),
            FailureRatio = 1,
            MinimumThroughput = options.FailuresInARow,
            SamplingDuration = LongestSample,
            BreakDuration = options.Rest,
        })
        .Build();
}
