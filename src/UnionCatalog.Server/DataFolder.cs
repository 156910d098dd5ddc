using UnionCatalog.FullText;
using UnionCatalog.Search;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Server;

/// <summary>The folder that holds everything the service keeps: the store, the index, and a lock against a second process.</summary>
internal sealed class DataFolder : IAsyncDisposable
{
    // What a lock held by another process is called: EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly FileStream _lock;

    private DataFolder(FileStream fileLock, OpenStore store, SearchIndex index, string? discardedIndex)
    {
        _lock = fileLock;
        Store = store;
        Index = index;
        DiscardedIndex = discardedIndex;
    }

    public OpenStore Store { get; }

    public SearchIndex Index { get; }

    /// <summary>Why the index that was there had to be thrown away and is built again; null when it was good.</summary>
    public string? DiscardedIndex { get; }

    /// <summary>Opens the folder for this process alone; makes it when it is not there.</summary>
    /// <exception cref="DataFolderException">It cannot be used; the message says why and what to do.</exception>
    public static async Task<DataFolder> OpenAsync(string path, TimeProvider clock, CancellationToken cancellation)
    {
        var fileLock = Lock(path);
        try
        {
            var store = await OpenStoreAsync(path, clock, cancellation);
            var index = CatalogIndex.Open(Path.Combine(path, "index"), out var discarded);
            return new DataFolder(fileLock, store, index, discarded);
        }
        catch
        {
            await fileLock.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens only the store, beside a running service: for reading.</summary>
    /// <exception cref="DataFolderException">It cannot be used; the message says why and what to do.</exception>
    public static async Task<OpenStore> OpenStoreAsync(string path, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            return await SqliteStore.OpenAsync(Path.Combine(path, "catalog.db"), clock, cancellation);
        }
        catch (Exception unusable) when (unusable is InvalidOperationException or InvalidDataException)
        {
            throw new DataFolderException(unusable.Message, unusable);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Index.Dispose();
        await Store.DisposeAsync();
        await _lock.DisposeAsync();
    }

    private static FileStream Lock(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new DataFolderException($"The data folder '{path}' cannot be written to. Give this user the right to, or choose another with --data.", denied);
        }
        catch (IOException taken) when (taken.HResult is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            throw new DataFolderException(
                $"Another UnionCatalog is using the data folder '{path}'. Stop that one first, or choose another folder with --data.", taken);
        }
        catch (IOException unusable)
        {
            throw new DataFolderException($"The data folder '{path}' cannot be used: {unusable.Message}", unusable);
        }
    }
}

/// <summary>The data folder cannot be used.</summary>
internal sealed class DataFolderException(string message, Exception inner) : Exception(message, inner);
