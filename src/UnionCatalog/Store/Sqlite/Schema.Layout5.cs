namespace UnionCatalog.Store.Sqlite;

/// <content>The way from layout 4 to layout 5.</content>
internal static partial class Schema
{
    private const string Layout5 = """
        -- How many holdings each record tells of; and reviews in the order of those, not of records.
        ALTER TABLE memberships ADD COLUMN holdings INTEGER NOT NULL DEFAULT 1;
        DROP INDEX reviews_by_records;
        ALTER TABLE reviews RENAME COLUMN records TO holdings;
        CREATE INDEX reviews_by_holdings ON reviews (holdings DESC, weight DESC);

        -- Holdings are read from the records, so the clusters are drawn anew. Their addresses stay, and whoever follows them is told of what changes only.
        DELETE FROM drawn_by;
        """;
}
