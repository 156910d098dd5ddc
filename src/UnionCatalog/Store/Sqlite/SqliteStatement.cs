using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace UnionCatalog.Store.Sqlite;

/// <summary>
/// A statement that is run once a record. The driver's commands look up each parameter by its name, every time, which takes
/// longer than the statement itself.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    public SqliteStatement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, sql, out _statement));
    }

    /// <summary>Binds the next value, starting from ?1.</summary>
    public SqliteStatement With(long? value)
    {
        _bound++;
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, _bound, number) : raw.sqlite3_bind_null(_statement, _bound));
        return this;
    }

    /// <inheritdoc cref="With(long?)"/>
    public SqliteStatement With(string text)
    {
        Check(raw.sqlite3_bind_text(_statement, ++_bound, text));
        return this;
    }

    /// <inheritdoc cref="With(long?)"/>
    public SqliteStatement With(byte[]? bytes)
    {
        _bound++;
        Check(bytes is null ? raw.sqlite3_bind_null(_statement, _bound) : raw.sqlite3_bind_blob(_statement, _bound, bytes));
        return this;
    }

    /// <inheritdoc cref="With(long?)"/>
    public SqliteStatement With(ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(_statement, ++_bound, bytes));
        return this;
    }

    /// <inheritdoc cref="With(long?)"/>
    public SqliteStatement With(UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return With(bytes);
    }

    /// <summary>Runs it; what rows it gives are not looked at.</summary>
    public void Run() => Find(static _ => "");

    /// <summary>All rows.</summary>
    public List<T> List<T>(Func<Row, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (Step())
            {
                rows.Add(read(new(_statement)));
            }

            return rows;
        }
        finally
        {
            _bound = 0;
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>The number in the first column of the first row; null when there is none.</summary>
    public long? FindNumber()
    {
        try
        {
            return Step() ? new Row(_statement).FindNumber(0) : null;
        }
        finally
        {
            _bound = 0;
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>The first row; null when there is none.</summary>
    public T? Find<T>(Func<Row, T> read)
        where T : class
    {
        try
        {
            return Step() ? read(new(_statement)) : null;
        }
        finally
        {
            _bound = 0;
            raw.sqlite3_reset(_statement); // it gives the error of the step once more
        }
    }

    public void Dispose() => _statement.Dispose();

    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection);

    /// <summary>The row that a statement is on.</summary>
    internal readonly struct Row(sqlite3_stmt statement)
    {
        public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

        public long GetNumber(int column) => raw.sqlite3_column_int64(statement, column);

        public long? FindNumber(int column) => IsNull(column) ? null : GetNumber(column);

        public string GetText(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

        public UInt128 GetHash(int column) => BinaryPrimitives.ReadUInt128BigEndian(raw.sqlite3_column_blob(statement, column));

        public byte[]? FindBytes(int column) => IsNull(column) ? null : raw.sqlite3_column_blob(statement, column).ToArray();
    }
}
