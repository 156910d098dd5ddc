namespace UnionCatalog.Store.Sqlite;

/// <content>The way from layout 0 to layout 1.</content>
internal static partial class Schema
{
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
}
