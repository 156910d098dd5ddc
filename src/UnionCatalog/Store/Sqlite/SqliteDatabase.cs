using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace UnionCatalog.Store.Sqlite;

/// <summary>
/// The file: one session that writes, given to one transaction after the other, and as many that read as are needed.
/// In write-ahead mode nobody who reads waits for the one who writes.
/// </summary>
internal sealed class SqliteDatabase : IAsyncDisposable
{
    private readonly string _file;
    private readonly SqliteSession _writer;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentBag<SqliteSession> _idleReaders = [];
    private volatile bool _closed;

    private SqliteDatabase(string file, SqliteSession writer)
    {
        _file = file;
        _writer = writer;
    }

    /// <summary>Opens the file, or creates it with its folder.</summary>
    /// <exception cref="InvalidDataException">It is no store of ours, is damaged, or was written by a later version.</exception>
    public static SqliteDatabase Open(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var writer = new SqliteSession(file, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Schema.Prepare(writer, file);
            return new SqliteDatabase(file, writer);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
        {
            writer.Dispose();
            throw new InvalidDataException(
                $"{file} is damaged or is not a database. Restore it from a backup, or move it away to start with an empty store.", e);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Waits until nobody writes and begins a transaction, which undoes itself unless it is committed.</summary>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <param name="isRepeatable">
    /// Whether it would simply be done again if a loss of power undid it: then its commit does not wait for the disk, and is
    /// on it with the next one that does. A killed process loses nothing in either case.
    /// </param>
    public async Task<WriteTransaction> BeginAsync(CancellationToken cancellation, bool isRepeatable = false)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _writer.Execute(isRepeatable ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
            // IMMEDIATE: another process that writes is waited for here, not found out at the first change.
            _writer.Execute("BEGIN IMMEDIATE");
            return new WriteTransaction(_writer, () => _turn.Release());
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <summary>Writes in a transaction of its own.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellation, bool isRepeatable = false)
    {
        using var transaction = await BeginAsync(cancellation, isRepeatable);
        var result = write(transaction.Session);
        transaction.Commit();
        return result;
    }

    /// <summary>Reads the last committed state.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var reader = RentReader();
        try
        {
            return Task.FromResult(read(reader));
        }
        finally
        {
            Return(reader);
        }
    }

    /// <summary>Reads one by one, from one state throughout.</summary>
    public IEnumerable<T> Stream<T>(Func<SqliteSession, IEnumerable<T>> read, CancellationToken cancellation)
    {
        var reader = RentReader();
        try
        {
            foreach (var item in read(reader))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return item;
            }
        }
        finally
        {
            Return(reader);
        }
    }

    /// <summary>A session for reading, to be given back to <see cref="Return"/>.</summary>
    public SqliteSession RentReader()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return _idleReaders.TryTake(out var idle) ? idle : new SqliteSession(_file, SqliteOpenMode.ReadOnly);
    }

    public void Return(SqliteSession reader)
    {
        _idleReaders.Add(reader);
        if (_closed)
        {
            CloseReaders();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        try
        {
            _closed = true;
            // The writer goes last: the last one out moves the write-ahead log into the file.
            CloseReaders();
            _writer.Dispose();
        }
        finally
        {
            _turn.Release();
        }
    }

    private void CloseReaders()
    {
        while (_idleReaders.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
