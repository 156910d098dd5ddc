using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Tests.Store.Sqlite;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SqliteHarvestStoreTests : HarvestStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<OpenStore> OpenAsync() => SqliteStore.OpenAsync(_folder.File("store.db"), TimeProvider.System, default);
}

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SqliteClusterStoreTests : ClusterStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<OpenStore> OpenAsync() => SqliteStore.OpenAsync(_folder.File("store.db"), TimeProvider.System, default);
}

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SqliteRandomWorkTests : RandomWorkContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<OpenStore> OpenAsync() => SqliteStore.OpenAsync(_folder.File("store.db"), TimeProvider.System, default);
}

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SqliteReportStoreTests : ReportStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<OpenStore> OpenAsync() => SqliteStore.OpenAsync(_folder.File("store.db"), TimeProvider.System, default);
}

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SqliteOverrideStoreTests : OverrideStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<OpenStore> OpenAsync() => SqliteStore.OpenAsync(_folder.File("store.db"), TimeProvider.System, default);
}

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SqliteReviewStoreTests : ReviewStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<OpenStore> OpenAsync() => SqliteStore.OpenAsync(_folder.File("store.db"), TimeProvider.System, default);
}
