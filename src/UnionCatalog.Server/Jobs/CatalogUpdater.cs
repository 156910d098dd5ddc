using UnionCatalog.FullText;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Jobs;

/// <summary>
/// Has the later stages pull what harvesting appended: first the clusters, then the index. One pull at a time; whoever
/// asks during a pull waits for the next. An index that a search or a pull found damaged is built again by the next pull.
/// </summary>
internal sealed class CatalogUpdater(ClusterBuilder builder, Indexer indexer, IndexedLibraries indexedLibraries, CatalogSearch search) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private volatile Exception? _lastFault;

    /// <summary>Why the last pull failed; null when it did not, or was given up on request.</summary>
    public Exception? LastFault => _lastFault;

    /// <summary>Pulls all that is new.</summary>
    public Task CatchUpAsync(IProgress<long>? matching, IProgress<long>? indexing, CancellationToken cancellation) =>
        PullAsync(false, matching, indexing, cancellation);

    /// <summary>Pulls all that is new, into an emptied index.</summary>
    public Task RebuildAsync(IProgress<long>? matching, IProgress<long>? indexing, CancellationToken cancellation) =>
        PullAsync(true, matching, indexing, cancellation);

    public void Dispose() => _turn.Dispose();

    private async Task PullAsync(bool rebuildIndex, IProgress<long>? matching, IProgress<long>? indexing, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // Looked at before the pull: a configuration that changes meanwhile differs again at the next.
            var libraries = indexedLibraries.Look();
            await builder.CatchUpAsync(matching, cancellation);
            if (rebuildIndex || search.Damage is not null || _lastFault is IndexDamagedException)
            {
                await indexer.RebuildAsync(indexing, cancellation);
                search.ForgetDamage();
            }
            else if (indexedLibraries.DifferFrom(libraries))
            {
                await indexer.RepeatAsync(indexing, cancellation);
            }
            else
            {
                await indexer.CatchUpAsync(indexing, cancellation);
            }

            indexedLibraries.Remember(libraries);
            search.Prepare(cancellation);
            _lastFault = null;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            _lastFault = fault;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }
}
