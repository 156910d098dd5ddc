using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Tests.Records.Marc;

public sealed class Marc8Tests
{
    [Test]
    public void Marc8_is_decoded_as_the_cases_say() => CaseFile.Check("Records/Marc/marc8.tsv", input =>
        MarcEncodings.Decode(MarcEncoding.Marc8, Encoding.Latin1.GetBytes(input)).Normalize(NormalizationForm.FormC));

    [Test]
    public void Every_byte_sequence_decodes_to_something_and_none_throws()
    {
        var random = new Random(1968);
        var bytes = new byte[64];
        for (var round = 0; round < 20_000; round++)
        {
            // Many escapes, so that the sets are really changed.
            random.NextBytes(bytes);
            for (var i = 0; i < 8; i++)
            {
                "\u001B$1(,)-!EN3gbps"u8.Slice(random.Next(14), 2).CopyTo(bytes.AsSpan(random.Next(62)));
            }

            var text = Marc8.Decode(bytes, out _);
            Assert.That(text, Has.Length.LessThanOrEqualTo(bytes.Length));
        }
    }

    [TestCase('a', "Pérez", "P\u00E2erez", "MARC-8 though the leader says Unicode")]
    [TestCase(' ', "Pérez", "P\u00C3\u00A9rez", "UTF-8 though the leader says MARC-8")]
    [TestCase(' ', "Pérez", "P\u00E2erez", "MARC-8 as the leader says")]
    [TestCase('a', "Pérez", "P\u00C3\u00A9rez", "UTF-8 as the leader says")]
    [TestCase('a', "Müller, Peter", "M\u00FCller, Peter", "neither: Latin as a last resort")]
    public void The_leader_is_distrusted_where_the_bytes_disagree(char leader09, string expected, string bytes, string why)
    {
        var leader = $"00000nam {leader09}2200000 a 4500";
        List<(string, byte[])> fields = [("100", Encoding.Latin1.GetBytes($"1 \u001Fa{bytes}\u001E")), ("245", Encoding.Latin1.GetBytes("10\u001FaBuku\u001E"))];
        var record = MarcSamples.Readable(MarcReading.ReadIso2709(MarcSamples.ToIso2709(leader, fields), new HoldingsMapping()));
        Assert.That(record.Contributors[0].Name, Is.EqualTo(expected), why);
    }
}
