namespace UnionCatalog.Store.Sqlite;

/// <content>The profiles, their blocks and their pairs.</content>
internal sealed partial class SqliteClusteringWork
{
    public Task<long?> FindProfileAsync(UInt128 hash) =>
        Task.FromResult(Session.Statement("SELECT id FROM profiles WHERE hash = ?1").With(hash).FindNumber());

    public Task<StoredProfile?> GetProfileAsync(long profile) => Task.FromResult(
        Session.Statement("SELECT hash, own, title, is_poor, features FROM profiles WHERE id = ?1").With(profile).Find(row => new StoredProfile(
            profile, row.GetHash(0), row.FindNumber(1), row.GetNumber(2), row.GetNumber(3) != 0, row.FindBytes(4))));

    public Task<long> AddProfileAsync(StoredProfile profile)
    {
        Rows.Write(Session, profile, null);
        return Task.FromResult(Session.LastInserted);
    }

    public Task RemoveProfileAsync(long profile) => RunAsync("DELETE FROM profiles WHERE id = ?1", profile);

    public Task SetPoorAsync(long profile, bool isPoor) => RunAsync("UPDATE profiles SET is_poor = ?2 WHERE id = ?1", profile, isPoor ? 1 : 0);

    public Task<IReadOnlyList<long>> ListBlockAsync(long block, int limit) => Task.FromResult<IReadOnlyList<long>>(
        Session.Statement("SELECT profile FROM blocks WHERE block = ?1 ORDER BY profile LIMIT ?2").With(block).With(limit).List(row => row.GetNumber(0)));

    public Task<IReadOnlyList<(UInt128 Hash, long Profile)>> ListByHashAsync(long block) => Task.FromResult<IReadOnlyList<(UInt128 Hash, long Profile)>>(
        Session.Statement("SELECT p.hash, p.id FROM blocks b CROSS JOIN profiles p ON p.id = b.profile WHERE b.block = ?1 ORDER BY p.hash")
            .With(block).List(row => (row.GetHash(0), row.GetNumber(1))));

    public Task<int> CountTitlesAsync(long block, int limit) => Task.FromResult((int)(
        Session.Statement("""
            SELECT count(*) FROM (SELECT DISTINCT p.title FROM blocks b CROSS JOIN profiles p ON p.id = b.profile WHERE b.block = ?1 LIMIT ?2)
            """).With(block).With(limit).FindNumber() ?? 0));

    public Task EnterBlockAsync(long block, long profile)
    {
        Rows.WriteBlock(Session, block, profile);
        return Task.CompletedTask;
    }

    public Task LeaveBlockAsync(long block, long profile) => RunAsync("DELETE FROM blocks WHERE block = ?1 AND profile = ?2", block, profile);

    public Task ClearBlockAsync(long block) => RunAsync("DELETE FROM blocks WHERE block = ?1", block);

    public Task ReportCrowdAsync(long block, byte? family)
    {
        if (family is { } known)
        {
            Session.Statement("INSERT OR IGNORE INTO crowds (block, family, since) VALUES (?1, ?2, ?3)").With(block).With((long)known).With(Now).Run();
            return Task.CompletedTask;
        }

        return RunAsync("DELETE FROM crowds WHERE block = ?1", block);
    }

    public Task<IReadOnlyList<StoredSuspicion>> ListSuspicionsAsync() => Task.FromResult<IReadOnlyList<StoredSuspicion>>(
        Session.Statement("SELECT block, family, identifier FROM suspicious")
            .List(row => new StoredSuspicion(row.GetNumber(0), (byte)row.GetNumber(1), row.GetText(2))));

    public Task AddSuspicionAsync(StoredSuspicion suspicion)
    {
        Rows.Write(Session, suspicion, Now);
        return Task.CompletedTask;
    }

    public Task RemoveSuspicionAsync(long block) => RunAsync("DELETE FROM suspicious WHERE block = ?1", block);

    public Task<IReadOnlyList<StoredPair>> ListPairsAsync(long profile) => Task.FromResult<IReadOnlyList<StoredPair>>(
        Session.Statement("SELECT partner, weight, is_same FROM pairs WHERE profile = ?1").With(profile)
            .List(row => new StoredPair(profile, row.GetNumber(0), (int)row.GetNumber(1), row.GetNumber(2) != 0)));

    public Task SetPairAsync(StoredPair pair)
    {
        Rows.Write(Session, pair);
        Rows.Write(Session, pair with { Profile = pair.Partner, Partner = pair.Profile });
        return Task.CompletedTask;
    }

    public Task RemovePairAsync(long profile, long partner)
    {
        Session.Statement("DELETE FROM pairs WHERE profile = ?1 AND partner = ?2").With(profile).With(partner).Run();
        return RunAsync("DELETE FROM pairs WHERE profile = ?1 AND partner = ?2", partner, profile);
    }

    private Task RunAsync(string sql, params ReadOnlySpan<long> values)
    {
        var statement = Session.Statement(sql);
        foreach (var value in values)
        {
            statement.With(value);
        }

        statement.Run();
        return Task.CompletedTask;
    }
}
