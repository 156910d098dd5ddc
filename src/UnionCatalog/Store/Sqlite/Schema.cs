namespace UnionCatalog.Store.Sqlite;

/// <summary>The layout of the file, and the way from each older layout to the next.</summary>
internal static class Schema
{
    // "UCAT", so that another program's database is not taken for a store (https://sqlite.org/pragma.html#pragma_application_id).
    private const long ApplicationId = 0x55434154;

    // Layout n + 1 is reached from layout n by Steps[n]. A step that was released is never edited.
    private static readonly string[] Steps = [Layout1, Layout2, Layout3];

    private const string Layout1 = """
        CREATE TABLE sources (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES sources,
            scope INTEGER NOT NULL,
            status INTEGER NOT NULL,
            started INTEGER NOT NULL,
            ended INTEGER,
            metadata_prefix TEXT NOT NULL,
            lists TEXT NOT NULL,
            from_time INTEGER,
            server_time INTEGER,
            set_index INTEGER NOT NULL DEFAULT 0,
            resumption_token TEXT,
            new INTEGER NOT NULL DEFAULT 0,
            changed INTEGER NOT NULL DEFAULT 0,
            unchanged INTEGER NOT NULL DEFAULT 0,
            deleted INTEGER NOT NULL DEFAULT 0,
            set_aside INTEGER NOT NULL DEFAULT 0,
            requests INTEGER NOT NULL DEFAULT 0,
            retries INTEGER NOT NULL DEFAULT 0,
            list_size INTEGER,
            failure TEXT
        ) STRICT;
        CREATE INDEX runs_of_source ON runs (source);
        CREATE UNIQUE INDEX running_runs ON runs (source) WHERE status = 0;

        CREATE TABLE set_aside (
            id INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES runs,
            identifier TEXT,
            reason TEXT NOT NULL,
            size INTEGER NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE INDEX set_aside_of_run ON set_aside (run);

        -- Never removed from, so that the id is the order of first storing. A deleted record has no format and no metadata.
        CREATE TABLE records (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES sources,
            identifier TEXT NOT NULL,
            datestamp INTEGER,
            format INTEGER,
            hash BLOB,
            size INTEGER,
            metadata BLOB,
            UNIQUE (source, identifier)
        ) STRICT;
        -- With the format, so that counting live records reads the index alone, not a gigabyte of records.
        CREATE INDEX live_records ON records (source, format) WHERE format IS NOT NULL;

        -- Change logs keep the last entry of each subject under a number that is never used again. Whoever pulls them
        -- from any cursor meets each subject once, and they grow no longer than their subjects.
        CREATE TABLE record_changes (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            record INTEGER NOT NULL UNIQUE REFERENCES records,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE cluster_changes (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            cluster TEXT NOT NULL UNIQUE,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE cursors (
            name TEXT PRIMARY KEY,
            number INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE blocks (
            block TEXT NOT NULL,
            record INTEGER NOT NULL REFERENCES records,
            PRIMARY KEY (block, record)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX blocks_of_record ON blocks (record);

        -- Both ways: (a, b) and (b, a).
        CREATE TABLE pairs (
            record INTEGER NOT NULL REFERENCES records,
            partner INTEGER NOT NULL REFERENCES records,
            PRIMARY KEY (record, partner)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE memberships (
            record INTEGER PRIMARY KEY REFERENCES records,
            cluster TEXT NOT NULL
        ) STRICT;
        CREATE INDEX memberships_of_cluster ON memberships (cluster);
        """;

    private const string Layout2 = "ALTER TABLE runs ADD COLUMN mended INTEGER NOT NULL DEFAULT 0;";

    private const string Layout3 = """
        ALTER TABLE runs ADD COLUMN origin INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE runs ADD COLUMN is_sweep INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE runs ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE runs ADD COLUMN cause TEXT;
        ALTER TABLE runs ADD COLUMN notice TEXT;
        CREATE INDEX runs_by_start ON runs (started);

        -- The last run that told each record. A table of its own, so that a record told again with nothing changed costs a
        -- few bytes and not the writing anew of its row.
        CREATE TABLE sightings (
            record INTEGER PRIMARY KEY REFERENCES records,
            run INTEGER NOT NULL
        ) STRICT;

        -- Removals that wait, or waited, for the coordinator. decision: see HeldDecision.
        CREATE TABLE holds (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES sources,
            run INTEGER NOT NULL REFERENCES runs,
            since INTEGER NOT NULL,
            absent INTEGER NOT NULL,
            live INTEGER NOT NULL,
            decision INTEGER NOT NULL DEFAULT 0,
            decided INTEGER,
            decided_by TEXT,
            removed INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE UNIQUE INDEX pending_holds ON holds (source) WHERE decision = 0;
        CREATE TABLE held_records (
            record INTEGER NOT NULL REFERENCES records,
            hold INTEGER NOT NULL REFERENCES holds,
            PRIMARY KEY (record, hold)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX records_of_hold ON held_records (hold);

        -- Reports as they were drawn; never changed.
        CREATE TABLE reports (
            date TEXT PRIMARY KEY,
            drawn INTEGER NOT NULL,
            json BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- Requests sent to each member, a day of its time zone.
        CREATE TABLE requests (
            source INTEGER NOT NULL REFERENCES sources,
            day TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (source, day)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Sets up the session that writes, and brings the file to the present layout in one transaction.</summary>
    /// <exception cref="InvalidDataException">The file is another program's, or of a later version.</exception>
    public static void Prepare(SqliteSession writer, string file)
    {
        Refuse(writer, file);
        // FULL: a commit is on the disk before it is told, so that a loss of power loses nothing (fullfsync: on macOS too);
        // SqliteDatabase.BeginAsync says which commits need not be. The log is moved into the file every 32 MB, for each time
        // waits for the disk twice, and cut back to 64 MB after a long transaction; 64 MB of pages are kept in memory.
        writer.ExecuteScript("""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA fullfsync = ON;
            PRAGMA journal_size_limit = 67108864;
            PRAGMA wal_autocheckpoint = 8192;
            PRAGMA cache_size = -32768;
            """);
        if (Layout(writer) < Steps.Length)
        {
            BringUpToDate(writer);
        }
    }

    private static void BringUpToDate(SqliteSession writer)
    {
        writer.Execute("BEGIN IMMEDIATE");
        // Asked again inside the transaction: another process may have been faster.
        for (var layout = Layout(writer); layout < Steps.Length; layout++)
        {
            writer.ExecuteScript(Steps[layout]);
        }

        writer.ExecuteScript($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Steps.Length}; COMMIT;");
    }

    private static void Refuse(SqliteSession writer, string file)
    {
        var owner = writer.Find<long>("PRAGMA application_id");
        if (owner != ApplicationId && writer.Find<long>("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new InvalidDataException($"{file} is another program's database. Name another file for the store.");
        }

        if (Layout(writer) is var layout && layout > Steps.Length)
        {
            throw new InvalidDataException(
                $"{file} was written by a later version of UnionCatalog: its layout is {layout}, this version knows up to {Steps.Length}. "
                + "Install that version again, or restore the backup made before it.");
        }
    }

    private static long Layout(SqliteSession writer) => writer.Find<long>("PRAGMA user_version");
}
