namespace UnionCatalog.Store.Sqlite;

/// <content>The way from layout 3 to layout 4.</content>
internal static partial class Schema
{
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
}
