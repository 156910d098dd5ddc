using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Hostile;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests;

/// <summary>Stops the services, and the browser, that the tests of the doors shared.</summary>
[SetUpFixture]
public sealed class DoorsEnd
{
    [OneTimeTearDown]
    public async Task Stop_the_shared_services()
    {
        await DemoCatalog.EndAsync();
        await HostileCatalog.EndAsync();
        await Browser.EndAsync();
    }
}
