using System.Text.Json;
using UnionCatalog.Members;
using UnionCatalog.Server.Jobs;

namespace UnionCatalog.Tests.Jobs;

/// <summary>Which changes of the configuration have the index built again.</summary>
internal sealed class IndexedLibrariesTests
{
    private static readonly Member One = HarvestScheduleTests.Member("one", 60);
    private static readonly Member Two = HarvestScheduleTests.Member("two", 60);
    private TempFolder _folder = null!;
    private MemberDirectory _members = null!;

    [SetUp]
    public void Make() => (_folder, _members) = (new(), new([One]));

    [TearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void What_is_remembered_is_not_built_again()
    {
        Remember();

        Assert.That(HaveChanged(), Is.False);
    }

    [Test]
    public void Place_kind_and_holdings_are_in_the_index()
    {
        Remember();

        foreach (var changed in new[]
        {
            One with { Place = "Bantul" },
            One with { Kind = LibraryKind.Madrasah },
            One with { Holdings = HoldingsPresets.Read(JsonSerializer.SerializeToElement("koha")) },
        })
        {
            _members.Replace([changed]);
            Assert.That(HaveChanged(), Is.True, changed.ToString());
        }
    }

    [Test]
    public void Name_address_and_schedule_are_not()
    {
        Remember();

        _members.Replace([One with { Name = "SMA", RecordLink = "http://x/{number}", Source = One.Oai() with { Schedule = "0 0 2 * * ?" } }]);

        Assert.That(HaveChanged(), Is.False);
    }

    [Test]
    public void A_new_member_changes_nothing_that_is_indexed()
    {
        Remember();

        _members.Replace([One, Two]);

        Assert.That(HaveChanged(), Is.False);
    }

    [Test]
    public void A_member_that_leaves_and_one_that_comes_back_have_records_in_the_index()
    {
        _members.Replace([One, Two]);
        Remember();

        _members.Replace([One]);
        Assert.That(HaveChanged(), Is.True);
        Remember();
        Assert.That(HaveChanged(), Is.False);

        _members.Replace([One, Two]);
        Assert.That(HaveChanged(), Is.True);
    }

    [Test]
    public void A_change_during_the_pull_is_seen_by_the_next()
    {
        var libraries = new IndexedLibraries(_folder.File("libraries.json"), _members);
        var before = libraries.Look();
        _members.Replace([One with { Place = "Bantul" }]);

        libraries.Remember(before);

        Assert.That(HaveChanged(), Is.True);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("{ \"one\": ")]
    [TestCase("null")]
    public void An_index_that_may_be_built_with_anything_is_built_again(string? remembered)
    {
        if (remembered is not null)
        {
            File.WriteAllText(_folder.File("libraries.json"), remembered);
        }

        Assert.That(HaveChanged(), Is.True);
        Remember();
        Assert.That(HaveChanged(), Is.False);
    }

    private void Remember()
    {
        var libraries = new IndexedLibraries(_folder.File("libraries.json"), _members);
        libraries.Remember(libraries.Look());
    }

    /// <summary>What a new process finds.</summary>
    private bool HaveChanged()
    {
        var libraries = new IndexedLibraries(_folder.File("libraries.json"), _members);
        return libraries.DifferFrom(libraries.Look());
    }
}
