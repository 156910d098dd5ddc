using System.Data.Common;
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

    // What a full disk is called: ENOSPC, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private const int NoSpace = 28;
    private const int DiskFull = unchecked((int)0x80070070);
    private const int HandleDiskFull = unchecked((int)0x80070027);

    private readonly FileStream _lock;

    private DataFolder(FileStream fileLock, OpenStore store, ISearchIndex index, string? discardedIndex)
    {
        _lock = fileLock;
        Store = store;
        Index = index;
        DiscardedIndex = discardedIndex;
    }

    public OpenStore Store { get; }

    public ISearchIndex Index { get; }

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
            try
            {
                var index = OpenIndex(path, out var discarded);
                discarded ??= await EmptyForeignAsync(index, store.Clusters, cancellation);
                return new DataFolder(fileLock, store, index, discarded);
            }
            catch
            {
                await store.DisposeAsync();
                throw;
            }
        }
        catch
        {
            await fileLock.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether anything was ever stored in the folder.</summary>
    public static bool HasStore(string path) => File.Exists(StoreFile(path));

    /// <summary>Opens only the store, beside a running service: for reading.</summary>
    /// <exception cref="DataFolderException">It cannot be used; the message says why and what to do.</exception>
    public static async Task<OpenStore> OpenStoreAsync(string path, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            return await SqliteStore.OpenAsync(StoreFile(path), clock, cancellation);
        }
        catch (Exception unusable) when (unusable is InvalidOperationException or InvalidDataException)
        {
            throw new DataFolderException(unusable.Message, unusable);
        }
        catch (Exception unusable) when (unusable is DbException or IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, unusable);
        }
    }

    /// <summary>Says what is wrong where the machine failed the folder while it was in use.</summary>
    /// <returns>What happened and what to do; null for every other fault.</returns>
    public static string? Explain(Exception fault) => fault switch
    {
        IOException { HResult: NoSpace or DiskFull or HandleDiskFull } =>
            "The disk that holds the catalogue's index is full. What was harvested is kept. Make room on it; the index then catches up by itself.",
        IndexDamagedException damage => $"{damage.Message} A running service does so by itself at the next pull.",
        _ => SqliteStore.Explain(fault),
    };

    public async ValueTask DisposeAsync()
    {
        Index.Dispose();
        await Store.DisposeAsync();
        await _lock.DisposeAsync();
    }

    private static string StoreFile(string path) => Path.Combine(path, "catalog.db");

    private static ISearchIndex OpenIndex(string path, out string? discarded)
    {
        try
        {
            return CatalogIndex.Open(Path.Combine(path, "index"), out discarded);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, unusable);
        }
    }

    /// <summary>
    /// Empties an index that is ahead of the store's log: the store was restored from a backup or begun anew. Seen here,
    /// because the log will have caught up with the index after the next harvest.
    /// </summary>
    private static async Task<string?> EmptyForeignAsync(ISearchIndex index, IClusterStore clusters, CancellationToken cancellation)
    {
        using (var snapshot = index.OpenSnapshot())
        {
            if (snapshot.Cursor <= await clusters.GetLastChangeAsync(cancellation))
            {
                return null;
            }
        }

        using var draft = index.BeginDraft();
        draft.Clear();
        draft.Commit(0);
        return "it was built from a later store than the one that is there.";
    }

    private static FileStream Lock(string path)
    {
        if (File.Exists(path))
        {
            throw new DataFolderException($"'{path}' is a file, and a folder is needed. Choose another with --data.");
        }

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
            throw Unusable(path, unusable);
        }
    }

    private static DataFolderException Unusable(string path, Exception reason) => new(
        $"The data folder '{path}' cannot be used: {reason.Message} Check the disk and this user's rights to it, or choose another folder with --data.", reason);
}

/// <summary>The data folder cannot be used.</summary>
internal sealed class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);
