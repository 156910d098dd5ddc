namespace UnionCatalog.Store.Sqlite;

/// <summary>All clusters drawn anew, as rows. Indexes are dropped and made again: sorting is sooner done than a million searches.</summary>
internal sealed class SqliteClusterRebuild(WriteTransaction transaction, DateTimeOffset now) : SqliteAddresses(transaction, now), IClusterRebuild
{
    public IEnumerable<Placement> ListPlacements() => Session.Stream(
        "SELECT record, profile, cluster, holdings FROM memberships ORDER BY record",
        row => new Placement(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt32(3)));

    public void WriteProfiles(IEnumerable<StoredProfile> profiles)
    {
        Session.ExecuteScript("DROP INDEX profiles_by_hash; DELETE FROM profiles;");
        foreach (var profile in profiles)
        {
            Rows.Write(Session, profile, profile.Number);
        }

        Session.ExecuteScript("CREATE UNIQUE INDEX profiles_by_hash ON profiles (hash);");
    }

    public void WriteBlocks(IEnumerable<(long Block, long Profile)> blocks)
    {
        Session.ExecuteScript("DELETE FROM blocks;");
        var rows = new NumberRows(Session, "INSERT OR IGNORE INTO blocks (block, profile)", 2);
        foreach (var (block, profile) in blocks)
        {
            rows.Add(block, profile);
        }

        rows.Finish();
    }

    public void WritePairs(IEnumerable<StoredPair> pairs)
    {
        Session.ExecuteScript("DELETE FROM pairs;");
        var rows = new NumberRows(Session, "INSERT INTO pairs (profile, partner, weight, is_same)", 4);
        foreach (var pair in pairs)
        {
            rows.Add(pair.Profile, pair.Partner, pair.Weight, pair.IsSame ? 1 : 0);
        }

        rows.Finish();
    }

    public void WritePlacements(IEnumerable<Placement> placements)
    {
        Session.ExecuteScript("DROP INDEX memberships_of_cluster; DROP INDEX memberships_of_profile; DELETE FROM memberships;");
        var rows = new NumberRows(Session, "INSERT INTO memberships (record, profile, cluster, holdings)", 4);
        foreach (var placement in placements)
        {
            rows.Add(placement.Record, placement.Profile, placement.Cluster, placement.Holdings);
        }

        rows.Finish();

        Session.ExecuteScript("""
            CREATE INDEX memberships_of_cluster ON memberships (cluster);
            CREATE INDEX memberships_of_profile ON memberships (profile);
            """);
    }

    public void WriteReviews(IEnumerable<StoredReview> reviews)
    {
        Session.ExecuteScript("DELETE FROM reviews;");
        foreach (var review in reviews)
        {
            Rows.Write(Session, review);
        }
    }

    public void WriteReports(IReadOnlyCollection<(long Block, byte Family)> crowds, IReadOnlyCollection<StoredSuspicion> suspicions)
    {
        var crowded = Session.List("SELECT block, since FROM crowds", row => (Block: row.GetInt64(0), Since: row.GetInt64(1))).ToDictionary(known => known.Block, known => known.Since);
        var disbelieved = Session.List("SELECT block, since FROM suspicious", row => (Block: row.GetInt64(0), Since: row.GetInt64(1))).ToDictionary(known => known.Block, known => known.Since);
        Session.ExecuteScript("DELETE FROM crowds; DELETE FROM suspicious;");
        foreach (var (block, family) in crowds)
        {
            Session.Execute("INSERT INTO crowds (block, family, since) VALUES (?1, ?2, ?3)", block, (long)family, crowded.GetValueOrDefault(block, Now));
        }

        foreach (var suspicion in suspicions)
        {
            Rows.Write(Session, suspicion, disbelieved.GetValueOrDefault(suspicion.Block, Now));
        }
    }

    public void Commit(long cursor, string rules)
    {
        Cursors.Set(Session, cursor);
        Cursors.SetRules(Session, rules);
        Transaction.Commit();
    }
}
