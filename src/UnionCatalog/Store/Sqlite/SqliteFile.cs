using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace UnionCatalog.Store.Sqlite;

/// <summary>SQLite files of other keepers than the store, such as the schedule's: the same driver over the same library.</summary>
public static class SqliteFile
{
    /// <summary>The driver, bound to the system's SQLite.</summary>
    /// <exception cref="InvalidOperationException">The system's SQLite is missing or lacks what is used here; the message says what to install.</exception>
    public static DbProviderFactory Driver
    {
        get
        {
            _ = NativeSqlite.Version;
            return SqliteFactory.Instance;
        }
    }

    /// <summary>How the driver is told to open a file, or to make it. Not pooled: a connection that is kept would keep a file that was made anew.</summary>
    public static string ConnectionTo(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    /// <summary>Removes a file that is no whole SQLite database, with what SQLite keeps beside it; for files that can be made anew.</summary>
    /// <returns>Whether it was removed.</returns>
    public static bool RemoveIfDamaged(string file)
    {
        if (!File.Exists(file) || IsWhole(file))
        {
            return false;
        }

        foreach (var part in (string[])[file, file + "-wal", file + "-shm", file + "-journal"])
        {
            File.Delete(part);
        }

        return true;
    }

    private static bool IsWhole(string file)
    {
        _ = NativeSqlite.Version;
        try
        {
            using var session = new SqliteSession(file, SqliteOpenMode.ReadWrite);
            return session.Find<string>("PRAGMA quick_check(1)") == "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
