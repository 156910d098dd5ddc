using SQLitePCL;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>A statement that is prepared once and run again and again, without the driver's commands, which take longer than some queries.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, sql, out _statement));
    }

    public Statement With(int at, string text)
    {
        Check(raw.sqlite3_bind_text(_statement, at, text));
        return this;
    }

    public Statement With(int at, long number)
    {
        Check(raw.sqlite3_bind_int64(_statement, at, number));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False behind the last; the statement is ready to be run again then.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        raw.sqlite3_reset(_statement);
        Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        return false;
    }

    /// <summary>Runs it to its end.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>How many columns a row has.</summary>
    public int Columns => raw.sqlite3_column_count(_statement);

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new InvalidOperationException($"SQLite: {raw.sqlite3_errmsg(_connection).utf8_to_string()}");
        }
    }
}
