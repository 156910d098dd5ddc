namespace UnionCatalog.Store.Sqlite;

/// <content>The way from layout 5 to layout 6.</content>
internal static partial class Schema
{
    private const string Layout6 = """
        -- The first record of each day on which records came, and that day, counted from 1970 by universal time: records count up, so
        -- that these few rows tell of every record when it came, whatever becomes of it later.
        CREATE TABLE arrivals (
            record INTEGER PRIMARY KEY,
            day INTEGER NOT NULL UNIQUE
        ) STRICT;

        -- When each came was not kept until now. It came no later than it or any after it was last changed: near enough.
        INSERT INTO arrivals
            SELECT min(record), day FROM (SELECT record, min(at) OVER (ORDER BY record DESC) / 86400000000 AS day FROM record_changes) GROUP BY day;
        """;
}
