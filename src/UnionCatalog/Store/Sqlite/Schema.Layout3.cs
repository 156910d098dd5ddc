namespace UnionCatalog.Store.Sqlite;

/// <content>The way from layout 2 to layout 3.</content>
internal static partial class Schema
{
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
}
