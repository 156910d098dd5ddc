using System.Threading.Channels;
using UnionCatalog.Members;

namespace UnionCatalog.Server.Jobs;

/// <summary>Keeps the clusters and the index abreast of the store: pulls at start, whenever it is
/// woken or the configuration changes, and every minute.</summary>
internal sealed partial class CatalogWorker(CatalogUpdater updater, MemberDirectory members, TimeProvider clock, ILogger<CatalogWorker> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    // Holds one wish at most: any number of wake-ups before a pull are answered by that pull.
    private readonly Channel<bool> _wishes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Asks for a pull, soon.</summary>
    public void Wake() => _wishes.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        members.Changed += Wake;
        try
        {
            await PullForEverAsync(stoppingToken);
        }
        finally
        {
            members.Changed -= Wake;
        }
    }

    private async Task PullForEverAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await updater.CatchUpAsync(null, new Milestones(LogIndexed), stoppingToken);
                await WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // A full disk must not end the search of what is already there; the pull is tried again.
                if (DataFolder.Explain(fault) is { } words)
                {
                    LogTrouble(words);
                }
                else
                {
                    LogFault(fault);
                }

                await Task.Delay(Rest, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var rest = new CancellationTokenSource(Rest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(rest.Token, cancellation);
        try
        {
            await _wishes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
        }
    }

    [LoggerMessage(LogLevel.Information, "{Editions} editions indexed so far")]
    private partial void LogIndexed(long editions);

    [LoggerMessage(LogLevel.Error, "The clusters and the index could not be brought up to date; trying again in a minute")]
    private partial void LogFault(Exception fault);

    [LoggerMessage(LogLevel.Error, "The clusters and the index could not be brought up to date; trying again in a minute. {Trouble}")]
    private partial void LogTrouble(string trouble);
}
