using UnionCatalog.Harvesting.CheckUp;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Harvesting.CheckUp;

/// <summary>What a school's address and name tell before anything is asked.</summary>
internal sealed class SchoolTests
{
    [TestCase("perpus.sma1.sch.id", "https://perpus.sma1.sch.id/")]
    [TestCase(" http://perpus.sma1.sch.id/slims ", "http://perpus.sma1.sch.id/slims")]
    [TestCase("https://x.sch.id/oai2.php?verb=Identify", "https://x.sch.id/oai2.php")]
    [TestCase("https://x.sch.id/index.php?p=oai&verb=ListRecords&metadataPrefix=oai_dc#top", "https://x.sch.id/index.php?p=oai")]
    [TestCase("localhost:8080/slims", "https://localhost:8080/slims")]
    [TestCase("ftp://x.sch.id/", null)]
    [TestCase("perpustakaan", null)]
    [TestCase("", null)]
    public void An_address_is_read_as_people_write_it(string text, string? address) =>
        Assert.That(SchoolAddress.Parse(text)?.AbsoluteUri, Is.EqualTo(address));

    [TestCase("perpus.sman1sewon.sch.id", "sman1sewon")]
    [TestCase("smk-muhammadiyah-2.sch.id", "smk-muhammadiyah-2")]
    [TestCase("opac.perpustakaan.bantulkab.go.id", "bantulkab")]
    [TestCase("127.0.0.1", "perpustakaan-baru")]
    [TestCase("localhost", "perpustakaan-baru")]
    [TestCase("perpus.sch.id", "perpustakaan-baru")]
    public void A_library_is_named_after_its_host(string host, string id) =>
        Assert.That(ConfigurationText.IdOf(host), Is.EqualTo(id));

    [TestCase("SMA Negeri 1 Sewon", LibraryKind.SeniorHighSchool)]
    [TestCase("perpus.sman1sewon.sch.id", LibraryKind.SeniorHighSchool)]
    [TestCase("SMKN 2 Depok", LibraryKind.VocationalSchool)]
    [TestCase("MAN 2 Bantul", LibraryKind.Madrasah)]
    [TestCase("MTsN 3 Sleman", LibraryKind.Madrasah)]
    [TestCase("Perpustakaan SMP Taman Dewasa", LibraryKind.JuniorHighSchool)]
    [TestCase("SDN Kasihan", LibraryKind.PrimarySchool)]
    [TestCase("Dinas Perpustakaan Kota Yogyakarta", LibraryKind.PublicLibrary)]
    [TestCase("Rumah Manca", LibraryKind.Other)]
    [TestCase("Taman Bacaan Samudra", LibraryKind.Other)]
    public void A_kind_is_guessed_from_a_name(string name, LibraryKind kind) =>
        Assert.That(ConfigurationText.KindOf(name), Is.EqualTo(kind));

    [Test]
    public void A_paragraph_is_broken_between_words_and_hangs_from_its_mark() =>
        Assert.That(
            Paragraph.Hang(" 1. ", "satu dua tiga\nempat https://panjang.sekali.sch.id/oai", 14),
            Is.EqualTo(new[] { " 1. satu dua", "    tiga", "    empat", "    https://panjang.sekali.sch.id/oai" }));
}
