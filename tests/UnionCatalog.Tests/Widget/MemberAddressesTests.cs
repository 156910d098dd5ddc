using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Server.Widget;

namespace UnionCatalog.Tests.Widget;

/// <summary>A library's page is known by its address.</summary>
public sealed class MemberAddressesTests
{
    private static readonly MemberDirectory Members = new(
    [
        Member("sman-1", "https://perpus.sman1.sch.id/", "https://perpus.sman1.sch.id/index.php?p=show_detail&id={number}"),
        Member("smpn-2", "https://www.smpn2.sch.id/profil", "https://opac.smpn2.sch.id:8443/opac/detail-opac?id={number}"),
        Member("sdn-1", null, "https://perpus.diknas.go.id/sdn1/index.php?id={number}"),
        Member("sdn-12", null, "https://perpus.diknas.go.id/sdn12/index.php?id={number}"),
        Member("sdn-3", "https://perpus.diknas.go.id/", null),
        Member("mi-1", "https://sama.example/", null), Member("mi-2", "https://sama.example/", null),
        Member("evil", "javascript:alert(1)", "javascript:alert('{number}')"),
    ]);

    [TestCase("sman-1", "sman-1")]
    [TestCase("perpus.sman1.sch.id", "sman-1")]
    [TestCase("PERPUS.sman1.sch.id/index.php", "sman-1")]
    [TestCase("www.perpus.sman1.sch.id/index.php", "sman-1")]
    [TestCase("smpn2.sch.id/", "smpn-2")]
    [TestCase("opac.smpn2.sch.id:8443/opac/detail-opac", "smpn-2")]
    [TestCase("opac.smpn2.sch.id/opac/detail-opac", null)]
    [TestCase("perpus.diknas.go.id/sdn1/index.php", "sdn-1")]
    [TestCase("perpus.diknas.go.id/sdn12/index.php", "sdn-12")]
    [TestCase("perpus.diknas.go.id/", "sdn-3")]
    [TestCase("perpus.diknas.go.id/sdn9/", "sdn-3")]
    [TestCase("sama.example/", null)]
    [TestCase("example.org/", null)]
    [TestCase("", null)]
    [TestCase("/", null)]
    public void A_page_is_of(string address, string? library) => Assert.That(new MemberAddresses(Members).Find(address)?.Id.Value, Is.EqualTo(library));

    [Test]
    public void A_new_configuration_counts_at_once()
    {
        var members = new MemberDirectory([Member("sman-1", "https://old.example/", null)]);
        var addresses = new MemberAddresses(members);
        Assert.That(addresses.Find("new.example/"), Is.Null);

        members.Replace([Member("sman-1", "https://new.example/", null)]);

        Assert.That(addresses.Find("new.example/")?.Id.Value, Is.EqualTo("sman-1"));
        Assert.That(addresses.Find("old.example/"), Is.Null);
    }

    private static Member Member(string id, string? website, string? recordLink) => new()
    {
        Id = new SourceId(id), Name = id, Kind = LibraryKind.Other, Place = "Kota", Website = website is null ? null : new Uri(website), RecordLink = recordLink,
        Source = new OaiPmhSource { BaseUrl = new Uri("http://127.0.0.1:1/oai") },
    };
}
