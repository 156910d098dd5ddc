namespace UnionCatalog.Store.Sqlite;

/// <summary>Writes the rows that clusters are drawn from, one by one or a table full of them.</summary>
internal static class Rows
{
    /// <summary>Writes a profile under a number, or under the next when it is null.</summary>
    public static void Write(SqliteSession session, StoredProfile profile, long? number) =>
        session.Statement("INSERT INTO profiles (id, hash, own, title, is_poor, features) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .With(number).With(profile.Hash).With(profile.Own).With(profile.Title).With(profile.IsPoor ? 1 : 0).With(profile.Features.Span).Run();

    public static void WriteBlock(SqliteSession session, long block, long profile) =>
        session.Statement("INSERT OR IGNORE INTO blocks (block, profile) VALUES (?1, ?2)").With(block).With(profile).Run();

    public static void Write(SqliteSession session, StoredPair pair) =>
        session.Statement("INSERT OR REPLACE INTO pairs (profile, partner, weight, is_same) VALUES (?1, ?2, ?3, ?4)")
            .With(pair.Profile).With(pair.Partner).With(pair.Weight).With(pair.IsSame ? 1 : 0).Run();

    public static void Write(SqliteSession session, Placement placement) =>
        session.Statement("INSERT OR REPLACE INTO memberships (record, profile, cluster, holdings) VALUES (?1, ?2, ?3, ?4)")
            .With(placement.Record).With(placement.Profile).With(placement.Cluster).With(placement.Holdings).Run();

    public static void Write(SqliteSession session, StoredReview review) =>
        session.Statement("INSERT OR REPLACE INTO reviews (first, second, weight, holdings, first_profile, second_profile) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .With(review.First).With(review.Second).With(review.Weight).With(review.Holdings).With(review.FirstProfile).With(review.SecondProfile).Run();

    public static void Write(SqliteSession session, StoredSuspicion suspicion, long since) =>
        session.Statement("INSERT OR IGNORE INTO suspicious (block, family, identifier, since) VALUES (?1, ?2, ?3, ?4)")
            .With(suspicion.Block).With((long)suspicion.Family).With(suspicion.Identifier).With(since).Run();
}
