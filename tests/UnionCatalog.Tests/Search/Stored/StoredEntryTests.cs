using System.IO.Hashing;
using System.Text.Json;
using UnionCatalog.Search;
using UnionCatalog.Search.Card;
using UnionCatalog.Search.Stored;

namespace UnionCatalog.Tests.Search.Stored;

public class StoredEntryTests
{
    [Test]
    public void Whatever_an_edition_has_is_the_same_when_it_is_read_again([Values(1, 0.5, 0)] double filled)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (entry, work) = Draw(seed, filled);
            var stored = StoredEntry.Write(entry, work);
            Assert.That(Show(StoredEntry.Read(stored, _ => null)), Is.EqualTo(Show(entry)), $"seed {seed}");
            Assert.That(JsonSerializer.Serialize(StoredEntry.ReadWork(stored)), Is.EqualTo(JsonSerializer.Serialize(work)), $"seed {seed}");
        }
    }

    [Test]
    public void A_list_has_all_of_an_edition_but_where_each_part_came_from()
    {
        var (entry, work) = Draw(7, 1);
        var listed = StoredEntry.ReadListed(StoredEntry.Write(entry, work), _ => null);
        Assert.That(listed.Sources, Is.Null);
        Assert.That(Show(listed), Is.EqualTo(Show(new CatalogEntry { Id = entry.Id, Description = entry.Description, Added = entry.Added, Libraries = entry.Libraries })));
    }

    [Test]
    public void A_suggestion_has_its_name_and_title()
    {
        var (entry, work) = Draw(7, 1);
        Assert.That(StoredEntry.ReadTitle(StoredEntry.Write(entry, work)), Is.EqualTo((entry.Id, entry.Description.Title)));
    }

    [Test]
    public void The_library_s_own_template_of_addresses_goes_before_the_address_that_a_record_names()
    {
        var (entry, work) = Draw(7, 1);
        var library = entry.Libraries[0].Library;
        var read = StoredEntry.ReadListed(StoredEntry.Write(entry, work), id => id == library ? "https://opac.example.org/{identifier}" : null);
        Assert.That(read.Libraries[0].Link, Is.EqualTo(new Uri("https://opac.example.org/" + Uri.EscapeDataString(entry.Libraries[0].Identifier))));
    }

    [Test]
    public void Who_changes_what_is_kept_of_an_edition_changes_its_version_too()
    {
        // A fixed edition's bytes. Where this fails, give StoredEntry another Version and then this its new sum.
        var (entry, work) = Draw(1, 1);
        Assert.That((StoredEntry.Version, XxHash3.HashToUInt64(StoredEntry.Write(entry, work))), Is.EqualTo(("edition 1", 0x50af6382e86acd5dUL)));
    }

    private static (CatalogEntry Entry, Work Work) Draw(int seed, double filled)
    {
        var draw = new FilledEntry(new Random(seed), filled);
        return (draw.Entry(), draw.Work());
    }

    private static string Show(CatalogEntry entry) => JsonSerializer.Serialize(entry);
}
