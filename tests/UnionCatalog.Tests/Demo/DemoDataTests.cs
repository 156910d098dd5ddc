using System.Xml.Linq;

namespace UnionCatalog.Tests.Demo;

/// <summary>The demo's data keeps its promises: it is whole, its truth covers it, and no number in it is made up.</summary>
internal sealed class DemoDataTests
{
    [TestCaseSource(typeof(DemoNetwork), nameof(DemoNetwork.Libraries))]
    public void A_library_names_itself_and_its_one_format(string library)
    {
        var root = DemoNetwork.Files[library];
        var format = root.Elements().Single(element => element.Name.LocalName == "format");
        var identify = root.Elements().Single(element => element.Name.LocalName == "identify");
        var metadata = root.Elements().Where(element => element.Name.LocalName == "record").SelectMany(record => record.Elements()).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(root.Name, Is.EqualTo(XName.Get("repository", "urn:union-catalog:static-repository")));
            Assert.That(identify.Attribute("name")?.Value, Does.Contain("Sukamaju"));
            Assert.That(identify.Attribute("adminEmail")?.Value, Does.EndWith(".example"));
            Assert.That(identify.Attribute("granularity")?.Value, Is.AnyOf("seconds", "day"));
            Assert.That(metadata.Select(record => record.Name.NamespaceName), Is.All.EqualTo(format.Attribute("namespace")?.Value));
        });
    }

    [Test]
    public void Record_identifiers_are_unique_and_datestamps_lie_between_2024_and_August_2026()
    {
        Assert.That(DemoNetwork.Records.Select(record => record.Identifier), Is.Unique);
        Assert.That(DemoNetwork.Records.Select(record => record.Datestamp), Is.All.Match(@"^202(4-|5-|6-0[1-8])[-0-9]*T[0-9:]{8}Z$"));
    }

    [Test]
    public void Every_live_record_has_one_metadata_element_and_a_deleted_one_has_none() =>
        Assert.That(DemoNetwork.Records.Where(record => record.Xml.Elements().Count() != (record.IsDeleted ? 0 : 1)).Select(record => record.Identifier), Is.Empty);

    [Test]
    public void Every_live_record_has_a_title() =>
        Assert.That(DemoNetwork.Live.Where(record => record.Title.Length == 0).Select(record => record.Identifier), Is.Empty);

    [Test]
    public void The_truth_is_sorted_and_names_every_live_record_once_and_no_other()
    {
        Assert.That(DemoNetwork.Truth.Select(row => string.Join('\t', row)), Is.Ordered.Using<string>(StringComparer.Ordinal));
        Assert.That(DemoNetwork.Truth.Select(row => row[1] + " " + row[2]),
            Is.EquivalentTo(DemoNetwork.Live.Select(record => record.Library + " " + record.Identifier)));
    }

    [Test]
    public void About_four_hundred_editions_are_shared_out_among_six_libraries()
    {
        var holders = DemoNetwork.Editions.Select(edition => edition.Select(record => record.Library).Distinct().Count()).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(holders, Has.Count.InRange(380, 450));
            Assert.That(DemoNetwork.Live, Has.Count.InRange(900, 1000));
            Assert.That(holders.Count(count => count == 1), Is.AtLeast(100), "held by one library");
            Assert.That(holders.Count(count => count == 4), Is.AtLeast(8), "held by exactly four");
            Assert.That(holders.Count(count => count == 6), Is.AtLeast(3), "held by all six");
        });
    }

    [Test]
    public void Every_ISBN_and_ISSN_has_a_right_check_digit() =>
        Assert.That(DemoNetwork.Live.SelectMany(record => record.StandardNumbers).Where(number => !CheckDigitIsRight(number)), Is.Empty);

    [Test]
    public void Addresses_lead_nowhere_in_the_real_world()
    {
        var hosts = DemoNetwork.Live.SelectMany(record => record.Xml.DescendantsAndSelf()).Where(element => !element.HasElements)
            .Where(element => element.Value.StartsWith("http", StringComparison.Ordinal)).Select(element => new Uri(element.Value).Host);
        Assert.That(hosts, Has.Exactly(DemoNetwork.Live.Count).EndsWith(".example"));
    }

    [TestCase("9789793062792", true)]
    [TestCase("9789793062793", false)]
    [TestCase("043942089X", true)]
    [TestCase("0439420890", false)]
    [TestCase("01264273", true)]
    [TestCase("01264274", false)]
    [TestCase("12345", false)]
    public void A_check_digit_is_judged_by_the_standards_sum(string number, bool right) =>
        Assert.That(CheckDigitIsRight(number), Is.EqualTo(right));

    /// <summary>ISO 2108 for ISBN of 13 (weights 1 and 3, modulo 10) and 10 digits, ISO 3297 for ISSN (falling weights, modulo 11).</summary>
    private static bool CheckDigitIsRight(string number)
    {
        if (number.Length is not (8 or 10 or 13) || number[..^1].Any(digit => !char.IsAsciiDigit(digit)) || (number[^1] != 'X' && !char.IsAsciiDigit(number[^1])))
        {
            return false;
        }

        var digits = number.Select(digit => digit == 'X' ? 10 : digit - '0').ToList();
        return number.Length == 13
            ? digits.Select((digit, place) => digit * (place % 2 == 0 ? 1 : 3)).Sum() % 10 == 0
            : digits.Select((digit, place) => digit * (number.Length - place)).Sum() % 11 == 0;
    }
}
