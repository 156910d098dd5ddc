namespace UnionCatalog.Store.Sqlite;

/// <summary>
/// Inserts rows of numbers, many with one run of a statement: a run for each row takes two to three times as long.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="insert">The statement as far as its VALUES, such as "INSERT INTO pairs (profile, partner)".</param>
/// <param name="columns">How many numbers a row has.</param>
internal sealed class NumberRows(SqliteSession session, string insert, int columns)
{
    // Measured: 16 take as long; below, it shows.
    private const int RowsAtOnce = 64;

    private readonly long[] _numbers = new long[RowsAtOnce * columns];
    private readonly SqliteStatement _full = session.Statement(Statement(insert, columns, RowsAtOnce));
    private int _filled;

    /// <summary>Adds a row, which is inserted by <see cref="Finish"/> at the latest.</summary>
    public void Add(params ReadOnlySpan<long> row)
    {
        row.CopyTo(_numbers.AsSpan(_filled));
        _filled += columns;
        if (_filled == _numbers.Length)
        {
            Run(_full, _numbers);
        }
    }

    /// <summary>Inserts what is left.</summary>
    public void Finish()
    {
        if (_filled > 0)
        {
            Run(session.Statement(Statement(insert, columns, _filled / columns)), _numbers.AsSpan(0, _filled));
        }
    }

    private void Run(SqliteStatement statement, ReadOnlySpan<long> numbers)
    {
        foreach (var number in numbers)
        {
            statement.With(number);
        }

        statement.Run();
        _filled = 0;
    }

    private static string Statement(string insert, int columns, int rows)
    {
        var row = $"({string.Join(", ", Enumerable.Repeat("?", columns))})";
        return $"{insert} VALUES {string.Join(", ", Enumerable.Repeat(row, rows))}";
    }
}
