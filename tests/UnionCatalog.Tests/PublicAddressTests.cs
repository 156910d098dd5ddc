using Microsoft.AspNetCore.Http;
using UnionCatalog.Server;

namespace UnionCatalog.Tests;

public sealed class PublicAddressTests
{
    [TestCase(null, "https://katalog.example:8443")]
    [TestCase("https://katalog.example.org", "https://katalog.example.org")]
    [TestCase("https://example.org/katalog/", "https://example.org/katalog")]
    public void It_is_as_configured_or_else_where_the_reader_asks(string? site, string expected)
    {
        var http = new DefaultHttpContext();
        (http.Request.Scheme, http.Request.Host) = ("https", new HostString("katalog.example", 8443));

        Assert.That(new PublicAddress(site is null ? null : new Uri(site)).Of(http.Request), Is.EqualTo(expected));
    }
}
