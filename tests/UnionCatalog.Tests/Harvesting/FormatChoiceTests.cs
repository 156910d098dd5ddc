using System.Xml;
using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Harvesting;

public sealed class FormatChoiceTests
{
    [TestCaseSource(nameof(Offers))]
    public void The_richest_format_is_chosen_whatever_it_is_called(string offered, string expected)
    {
        var formats = offered.Split(';').Select(format => format.Split('|')).Select(part => new OaiFormat(part[0], part[1], part[2])).ToList();

        if (expected == "none")
        {
            Assert.That(() => FormatChoice.Choose(formats), Throws.TypeOf<MemberFault>().With.Message.Contains("offers none of the formats"));
        }
        else
        {
            Assert.That(FormatChoice.Choose(formats), Is.EqualTo(expected));
        }
    }

    [Test]
    public void A_provider_that_lists_no_format_is_asked_for_the_one_it_must_have() =>
        Assert.That(FormatChoice.Choose([]), Is.EqualTo("oai_dc"));

    [TestCase("http://www.loc.gov/MARC21/slim", "record", MetadataFormat.MarcXml)]
    [TestCase("", "record", MetadataFormat.MarcXml)]
    [TestCase("http://www.loc.gov/mods/v3", "mods", MetadataFormat.Mods)]
    [TestCase("http://www.loc.gov/mods/", "collection", MetadataFormat.Mods)]
    [TestCase("http://www.openarchives.org/OAI/2.0/oai_dc/", "dc", MetadataFormat.OaiDc)]
    [TestCase("http://www.openarchives.org/OAI/2.0/", "dc", MetadataFormat.OaiDc)]
    [TestCase("http://ltsc.ieee.org/xsd/LOM", "lom", null)]
    public void A_record_is_known_by_its_root(string space, string name, MetadataFormat? expected) =>
        Assert.That(FormatChoice.Of(new XmlQualifiedName(name, space)), Is.EqualTo(expected));

    private static IEnumerable<TestCaseData> Offers() => CaseFile.Read("Harvesting/formats.tsv");
}
