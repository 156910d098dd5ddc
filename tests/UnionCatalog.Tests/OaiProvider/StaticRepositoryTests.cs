using System.Text;
using UnionCatalog.Server.OaiProvider;

namespace UnionCatalog.Tests.OaiProvider;

internal sealed class StaticRepositoryTests
{
    private const string Head = """
        <repository xmlns="urn:union-catalog:static-repository">
          <identify name="SMPN 2" adminEmail="a@example.org" granularity="day"/>
          <format prefix="marcxml" schema="http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd" namespace="http://www.loc.gov/MARC21/slim"/>
          <set spec="fiction:poetry" name="Puisi"/>

        """;

    [Test]
    public void A_file_holds_a_whole_repository()
    {
        var repository = Load("""
            <!-- pantun -->
            <record identifier="oai:x:1" datestamp="2026-01-31T08:00:00Z" set="fiction:poetry local">
              <m:record xmlns:m="http://www.loc.gov/MARC21/slim"><m:leader>00000nam</m:leader></m:record>
            </record>
            <record identifier="oai:x:2" datestamp="2026-02-01" status="deleted"></record>
            """);

        var record = repository.Find("oai:x:1")!;
        Assert.That(repository.Identity.Name, Is.EqualTo("SMPN 2"));
        Assert.That(record.Datestamp, Is.EqualTo(new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero)));
        Assert.That(record.Sets, Is.EqualTo(new[] { "fiction:poetry", "local" }));
        Assert.That(record.Metadata["marcxml"], Does.Contain("00000nam"));
        Assert.That(repository.Find("oai:x:2")!.Deleted);
        Assert.That(repository.Sets.Select(set => set.Name), Is.EqualTo(new[] { "fiction", "Puisi", "local" }));
    }

    [TestCase("""<record identifier="oai:x:1" datestamp="2026-01-31"/>""", "Line 5 *: oai:x:1 is either deleted or has metadata.")]
    [TestCase("""<record identifier="oai:x:1" datestamp="31 Jan" status="deleted"/>""", "Line 5 *: the datestamp of oai:x:1 *")]
    [TestCase("""<record identifier="oai:x:1" datestamp="2026-01-31"><x/></record>""", "Line 5 *: no <format> has the namespace of <x>.")]
    [TestCase("""<record datestamp="2026-01-31"/>""", "Line 5 *: <record> has no identifier.")]
    [TestCase("""<book/>""", "Line 5 *: <book> is not expected here.")]
    [TestCase("""<record identifier="oai:x:1" datestamp="2026-01-31" status="deleted"/><record identifier="oai:x:1" datestamp="2026-01-31" status="deleted"/>""", "*oai:x:1 is used by two records.")]
    [TestCase("""<set spec="a b" name="x"/>""", "*\"a b\" is not the path of a set*")]
    [TestCase("""<set spec="a">""", "*<set> has no name.")]
    [TestCase("""<set spec="a" name="b">""", "*not well-formed*")]
    public void What_is_wrong_with_a_file_is_said_with_its_line(string body, string message) =>
        Assert.That(() => Load(body), Throws.TypeOf<InvalidDataException>().With.Message.Matches($"^{message.Replace("*", ".*", StringComparison.Ordinal)}$"));

    [Test]
    public void A_document_type_is_refused() =>
        Assert.That(
            () => StaticRepository.Load(new MemoryStream(Encoding.UTF8.GetBytes("<!DOCTYPE repository []>" + Head + "</repository>"))),
            Throws.TypeOf<InvalidDataException>());

    private static OaiRepository Load(string body) =>
        StaticRepository.Load(new MemoryStream(Encoding.UTF8.GetBytes($"{Head}{body}</repository>")));
}
