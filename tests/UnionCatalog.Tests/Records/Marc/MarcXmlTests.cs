using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Tests.Records.Marc;

public sealed class MarcXmlTests
{
    private const string Title = "<datafield tag='245' ind1='0' ind2='0'><subfield code='a'>Bumi manusia</subfield></datafield>";

    [TestCase("<record xmlns='http://www.loc.gov/MARC21/slim'>{0}</record>", TestName = "In_its_namespace")]
    [TestCase("<record>{0}</record>", TestName = "Without_a_namespace")]
    [TestCase("<collection><record>{0}</record></collection>", TestName = "In_a_collection")]
    [TestCase("\uFEFF<?xml version='1.0' encoding='UTF-8'?>\n<record>{0}</record>", TestName = "With_a_byte_order_mark_and_a_declaration")]
    [TestCase("<record><leader/>{0}<!-- a remark --><extra><a/></extra></record>", TestName = "With_what_does_not_belong_there")]
    public void The_title_is_found(string form) => Assert.That(Read(form.Replace("{0}", Title, StringComparison.Ordinal)).Title.Proper, Is.EqualTo("Bumi manusia"));

    [TestCase("<record>{0}</record>", true)]
    [TestCase("<m:collection><m:record><m:leader/>{0}</m:record></m:collection>", true)]
    [TestCase("<record><leader>00000nam</leader>\n<!-- a remark -->{0}</record>", true)]
    [TestCase("<record><leader>00000nam</leader>{0}</record>", true)]
    [TestCase("<record><leader>{0}</leader></record>", false)]
    [TestCase("<record><!-- {0} --></record>", false)]
    [TestCase("<record><leader>00000nam</leader></record>", false)]
    [TestCase("<dc><title>245</title></dc>", false)]
    [TestCase("<record/>", false)]
    public void An_error_is_found_without_reading_where_reading_would_find_it(string form, bool isRecord)
    {
        var element = Encoding.UTF8.GetBytes(form.Replace("{0}", Title, StringComparison.Ordinal));
        var error = (RecordReader.Read(MetadataFormat.MarcXml, element, new()) as RecordReading.Unreadable)?.Error;

        Assert.That(RecordReader.FindError(MetadataFormat.MarcXml, element), Is.EqualTo(error));
        Assert.That(error is null, Is.EqualTo(isRecord));
    }

    [Test]
    public void A_prefix_need_not_be_declared() => Assert.That(
        Read("<marc:record><marc:datafield tag='245'><marc:subfield code='a'>Bumi manusia</marc:subfield></marc:datafield></marc:record>").Title.Proper,
        Is.EqualTo("Bumi manusia"));

    [Test]
    public void Control_fields_repeated_as_data_fields_count_once()
    {
        var record = Read($"""
            <record>
              <controlfield tag="001">INLIS01</controlfield>
              <datafield tag="001" ind1="#" ind2="#"><subfield code="$">INLIS01</subfield></datafield>
              <controlfield tag="008"/>
              <datafield tag="008" ind1="#" ind2="#"><subfield code="$">190103s2003    io                  ind  </subfield></datafield>
              {Title}
            </record>
            """);
        Assert.That(record.ControlNumbers, Is.EqualTo(new[] { new ControlNumber("INLIS01", null) }));
        Assert.That((record.Year, record.Languages[0]), Is.EqualTo((2003, "ind")));
    }

    [TestCase("     nas a22     2a 4500", "Serial")]
    [TestCase("nas a22     2a 4500", "Serial")]
    [TestCase("#####nas##22#####2a#4500", "Serial")]
    [TestCase("00000nas", "Serial")]
    [TestCase("", "Unknown")]
    [TestCase("??????????????????????????????", "Unknown")]
    public void A_leader_may_be_short_or_missing(string leader, string format) =>
        Assert.That(Read($"<record><leader>{leader}</leader>{Title}</record>").Format.ToString(), Is.EqualTo(format));

    [Test]
    public void Characters_that_Xml_forbids_are_left_out() => Assert.That(
        Read("<record><datafield tag='245'><subfield code='a'>Bumi\u001F\u0001 man&#x1;usia</subfield></datafield></record>").Title.Proper,
        Is.EqualTo("Bumi manusia"));

    [TestCase("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><record>&b;</record>")]
    [TestCase("<record></record>")]
    [TestCase("<html><body>Not Found</body></html>")]
    [TestCase("no XML")]
    [TestCase("")]
    public void What_is_no_record_is_unreadable(string xml) =>
        Assert.That(MarcReading.ReadXml(Encoding.UTF8.GetBytes(xml), new()), Is.InstanceOf<RecordReading.Unreadable>());

    [Test]
    public void An_error_says_where_and_in_which_record()
    {
        var bytes = Encoding.UTF8.GetBytes("<record><controlfield tag='001'>é42</controlfield>\n<datafield></record>");
        var error = ((RecordReading.Unreadable)MarcReading.ReadXml(bytes, new())).Error;
        Assert.That(error.Identifier, Is.EqualTo("é42"));
        Assert.That(error.ByteOffset, Is.InRange(bytes.Length - 10, bytes.Length));
    }

    [Test]
    public void Depth_and_size_are_bounded()
    {
        var deep = $"<record>{string.Concat(Enumerable.Repeat("<a>", 100_000))}";
        var large = $"<record>{Title}{new string(' ', MarcFile.LongestRecord)}</record>";
        Assert.That(new[] { deep, large }.Select(xml => MarcReading.ReadXml(Encoding.UTF8.GetBytes(xml), new())), Is.All.InstanceOf<RecordReading.Unreadable>());
    }

    private static BibRecord Read(string xml) => MarcSamples.Readable(MarcReading.ReadXml(Encoding.UTF8.GetBytes(xml), new()));
}
