namespace UnionCatalog.Store.Sqlite;

/// <summary>The layout of the file, and the way from each older layout to the next.</summary>
internal static class Schema
{
    // "UCAT", so that another program's database is not taken for a store (https://sqlite.org/pragma.html#pragma_application_id).
    private const long ApplicationId = 0x55434154;

    // Layout n + 1 is reached from layout n by Steps[n]. A step that was released is never edited.
    private static readonly string[] Steps = [Layout1, Layout2, Layout3, Layout4];

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

    // What is derived refers to no other table by REFERENCES: each row inserted would be looked up there.
    private const string Layout4 = """
        DROP TABLE blocks;
        DROP TABLE pairs;

        -- Clusters in the order of their birth, with the record that each is named after. Never removed from, so that no address is ever given to another: one that has
        -- no record is no more, one that has a target redirects to it. No target has a target.
        CREATE TABLE clusters (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            record INTEGER NOT NULL,
            target INTEGER
        ) STRICT;
        CREATE INDEX redirects ON clusters (target) WHERE target IS NOT NULL;
        INSERT INTO clusters (id, record) SELECT cluster, min(record) FROM memberships GROUP BY cluster ORDER BY min(record);

        -- What each record is compared by, and the cluster it is in. Profile 0: drawn by an earlier version.
        ALTER TABLE memberships RENAME TO old_memberships;
        CREATE TABLE memberships (
            record INTEGER PRIMARY KEY,
            profile INTEGER NOT NULL,
            cluster INTEGER NOT NULL
        ) STRICT;
        INSERT INTO memberships SELECT m.record, 0, c.number FROM old_memberships m JOIN clusters c ON c.id = m.cluster ORDER BY m.record;
        DROP TABLE old_memberships;
        CREATE INDEX memberships_of_cluster ON memberships (cluster);
        CREATE INDEX memberships_of_profile ON memberships (profile);

        -- What is compared; records that say the same share it. own: the one record that it is of, when an override names it.
        CREATE TABLE profiles (
            id INTEGER PRIMARY KEY,
            hash BLOB NOT NULL,
            own INTEGER,
            title INTEGER NOT NULL,
            is_poor INTEGER NOT NULL,
            features BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX profiles_by_hash ON profiles (hash);
        CREATE TABLE blocks (
            block INTEGER NOT NULL,
            profile INTEGER NOT NULL,
            PRIMARY KEY (block, profile)
        ) STRICT, WITHOUT ROWID;

        -- The same and the unsure, both ways: (a, b) and (b, a).
        CREATE TABLE pairs (
            profile INTEGER NOT NULL,
            partner INTEGER NOT NULL,
            weight INTEGER NOT NULL,
            is_same INTEGER NOT NULL,
            PRIMARY KEY (profile, partner)
        ) STRICT, WITHOUT ROWID;

        -- The blocks too crowded to be compared; and the identifiers that are not believed.
        CREATE TABLE crowds (
            block INTEGER PRIMARY KEY,
            family INTEGER NOT NULL,
            since INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE suspicious (
            block INTEGER PRIMARY KEY,
            family INTEGER NOT NULL,
            identifier TEXT NOT NULL,
            since INTEGER NOT NULL
        ) STRICT;

        -- Pairs of clusters (first < second) that a person should look at, with their best pair of profiles.
        CREATE TABLE reviews (
            first INTEGER NOT NULL,
            second INTEGER NOT NULL,
            weight INTEGER NOT NULL,
            records INTEGER NOT NULL,
            first_profile INTEGER NOT NULL,
            second_profile INTEGER NOT NULL,
            PRIMARY KEY (first, second)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX reviews_of_second ON reviews (second);
        CREATE INDEX reviews_by_records ON reviews (records DESC, weight DESC);

        -- What persons decided of pairs of records (a < b). kind: see OverrideKind.
        CREATE TABLE overrides (
            id INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,
            a INTEGER NOT NULL REFERENCES records,
            b INTEGER NOT NULL REFERENCES records,
            by TEXT NOT NULL,
            why TEXT NOT NULL,
            at INTEGER NOT NULL,
            UNIQUE (a, b)
        ) STRICT;
        CREATE INDEX overrides_of_b ON overrides (b);

        -- The rules that the clusters were drawn by: one row, or none when they are to be drawn anew.
        CREATE TABLE drawn_by (rules TEXT NOT NULL) STRICT;
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
