using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Tests.Store.Sqlite;

public sealed class NativeSqliteTests
{
    [Test]
    public void The_systems_own_library_is_bound() => Assert.That(NativeSqlite.Version, Does.Match(@"^3\.\d+\.\d+$"));

    [TestCase(3_036_000, "3.36.0", 1)]
    [TestCase(3_045_001, "3.45.1", 0)]
    public void A_library_that_lacks_what_is_used_is_refused_with_what_to_do(int number, string version, int threadSafe) =>
        Assert.That(
            () => NativeSqlite.Require(number, version, threadSafe),
            Throws.InvalidOperationException.With.Message.Contains(version).And.Message.Match("Install|Put|Update"));

    [TestCase(1)]
    [TestCase(2)]
    public void A_library_that_has_what_is_used_is_taken(int threadSafe) =>
        Assert.That(() => NativeSqlite.Require(3_037_000, "3.37.0", threadSafe), Throws.Nothing);
}
