using SQLitePCL;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// The corpus in SQLite as an application would have it: FTS5 without a copy of the texts, which our index has not either,
/// and beside it a table of the columns and one of the libraries, by the same number.
/// </summary>
internal sealed class Fts5File : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly Dictionary<string, Statement> _statements = [];

    public Fts5File(string file, bool isNew = false)
    {
        _ = SqliteFile.Driver; // binds the system's library
        if (raw.sqlite3_open_v2(file, out _connection, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null) != raw.SQLITE_OK)
        {
            throw new InvalidOperationException($"SQLite cannot open {file}.");
        }

        // As a server sets it up. Synchronous stays as it is, FULL: a commit is on the disk.
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA cache_size = -65536");
        Execute("PRAGMA mmap_size = 2000000000");
        Execute("PRAGMA temp_store = MEMORY");
        if (isNew)
        {
            Execute("CREATE VIRTUAL TABLE fts USING fts5(title, author, subject, rest, content = '', tokenize = 'unicode61 remove_diacritics 0')");
            Execute("CREATE TABLE books(id INTEGER PRIMARY KEY, year INT NOT NULL, language INT NOT NULL, format INT NOT NULL, publisher INT NOT NULL, stored BLOB NOT NULL)");
            Execute("CREATE TABLE holdings(book INT NOT NULL, library INT NOT NULL, PRIMARY KEY(book, library)) WITHOUT ROWID");
        }

        Execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, fts, 'row')");
    }

    /// <summary>The statement, prepared at its first use.</summary>
    public Statement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement))
            {
                _statements[sql] = statement = new(_connection, sql);
            }

            return statement;
        }
    }

    /// <summary>Runs a statement once.</summary>
    public void Execute(string sql)
    {
        using var statement = new Statement(_connection, sql);
        statement.Run();
    }

    /// <summary>What the words alone take, in bytes.</summary>
    public long SizeOfWords()
    {
        using var statement = new Statement(_connection, "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'fts%'");
        statement.Step();
        return statement.Number(0);
    }

    public void PutWords(Book book) => RunOnWords("INSERT INTO fts(rowid, title, author, subject, rest) VALUES(?1, ?2, ?3, ?4, ?5)", book);

    /// <summary>FTS5 does not know what a book's words were, so it is told.</summary>
    public void DeleteWords(Book book) => RunOnWords("INSERT INTO fts(fts, rowid, title, author, subject, rest) VALUES('delete', ?1, ?2, ?3, ?4, ?5)", book);

    /// <summary>Puts or replaces a book's columns.</summary>
    public void PutColumns(Book book)
    {
        this["INSERT OR REPLACE INTO books VALUES(?1, ?2, ?3, ?4, ?5, zeroblob(8))"].With(1, book.Number).With(2, book.Year)
            .With(3, book.Language).With(4, book.Format).With(5, book.Publisher).Run();
        foreach (var library in book.Libraries)
        {
            this["INSERT OR REPLACE INTO holdings VALUES(?1, ?2)"].With(1, book.Number).With(2, library).Run();
        }
    }

    public void DeleteHoldings(int book) => this["DELETE FROM holdings WHERE book = ?1"].With(1, book).Run();

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose(); // the last one out moves the write-ahead log into the file
    }

    private void RunOnWords(string sql, Book book) => this[sql].With(1, book.Number)
        .With(2, Corpus.Text(book.Title)).With(3, Corpus.Text(book.Author)).With(4, Corpus.Text(book.Subject)).With(5, Corpus.Text(book.Rest)).Run();
}
