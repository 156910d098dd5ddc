using Quartz;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Server.Jobs;

/// <summary>
/// Where Quartz keeps its jobs: an SQLite file of its own beside the store, so that its many small writes never wait for a page
/// of a harvest. All that is in it follows from the configuration, but for the hours that went by while nothing ran.
/// </summary>
internal static class ScheduleFile
{
    public const string Name = "schedule.db";

    /// <summary>Quartz's store in a data folder; a damaged file is begun anew.</summary>
    public static Action<IPersistentStoreBuilder> In(string dataFolder)
    {
        var file = Path.Combine(dataFolder, Name);
        SqliteFile.RemoveIfDamaged(file);
        return store => store
            .UseSqlite(SqliteFile.Driver, SqliteFile.ConnectionTo(file))
            .ProvisionSchema();
    }
}
