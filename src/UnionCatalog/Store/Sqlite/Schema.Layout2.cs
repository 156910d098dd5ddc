namespace UnionCatalog.Store.Sqlite;

/// <content>The way from layout 1 to layout 2.</content>
internal static partial class Schema
{
    private const string Layout2 = "ALTER TABLE runs ADD COLUMN mended INTEGER NOT NULL DEFAULT 0;";
}
