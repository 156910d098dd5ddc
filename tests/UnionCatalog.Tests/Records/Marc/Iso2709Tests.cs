using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Tests.Records.Marc;

public sealed class Iso2709Tests
{
    private static readonly string[] Lines =
    [
        "LDR 00000nam a2200000 a 4500", "001 42", "100 1 $aPané, Armijn", "245 10 $aBelenggu :$broman", "260 ##$aDjakarta$bPustaka Rakjat$c1949",
    ];

    [Test]
    public void A_wrong_base_address_is_found_out() => ExpectWhole(Damaged(12, "00077"), "The base address in the leader is wrong; the fields were found without it.");

    [Test]
    public void A_wrong_length_of_a_field_is_found_out() => ExpectWhole(
        Damaged(24 + (2 * 12) + 3, "0007"), "1 lengths in the directory are wrong; the fields end at their terminators.");

    [Test]
    public void Wrong_addresses_leave_the_order_of_the_directory() => ExpectWhole(
        Damaged(24 + (2 * 12) + 7, "00009"), "The directory's addresses are wrong; the fields were taken one after the other.");

    [Test]
    public void Addresses_that_are_no_numbers_leave_the_order_of_the_directory() => ExpectWhole(
        Damaged(24 + 12 + 3, "?????????"), "The directory's addresses are wrong; the fields were taken one after the other.");

    [Test]
    public void Characters_counted_for_bytes_are_found_out()
    {
        // The commonest fault of home-made exports: each field after the first "é" begins one byte too early.
        var record = MarcSamples.ToIso2709(MarcSamples.Parse(Lines));
        foreach (var entry in new[] { 2, 3 })
        {
            var at = 24 + (entry * 12) + 7;
            var start = int.Parse(Encoding.ASCII.GetString(record, at, 5), System.Globalization.CultureInfo.InvariantCulture);
            Encoding.ASCII.GetBytes($"{start - 1:D5}").CopyTo(record, at);
        }

        ExpectWhole(record, "The directory's addresses are wrong; the fields were taken one after the other.");
    }

    [Test]
    public void A_right_record_gives_no_warning() => ExpectWhole(MarcSamples.ToIso2709(MarcSamples.Parse(Lines)));

    [Test]
    public void A_cut_record_says_how_many_fields_are_lost()
    {
        var record = MarcSamples.ToIso2709(MarcSamples.Parse(Lines));
        var reading = (RecordReading.Readable)MarcReading.ReadIso2709(record.AsMemory(0, record.AsSpan().IndexOf("10\u001FaBelenggu"u8)), new());
        Assert.That(reading.Warnings, Does.Contain("2 fields that the directory names are missing: the record is cut off."));
        Assert.That(reading.Record.Contributors[0].Name, Is.EqualTo("Pané, Armijn"));
    }

    [TestCase("")]
    [TestCase("00026nam a2200025 a 4500")]
    [TestCase("00026nam a2200025 a 4500\u001E\u001D")]
    [TestCase("<html>404</html>")]
    public void A_record_without_fields_is_unreadable(string text) =>
        Assert.That(MarcReading.ReadIso2709(Encoding.UTF8.GetBytes(text), new()), Is.InstanceOf<RecordReading.Unreadable>());

    private static byte[] Damaged(int at, string with)
    {
        var record = MarcSamples.ToIso2709(MarcSamples.Parse(Lines));
        Encoding.ASCII.GetBytes(with).CopyTo(record, at);
        return record;
    }

    private static void ExpectWhole(byte[] bytes, params string[] warnings)
    {
        var reading = (RecordReading.Readable)MarcReading.ReadIso2709(bytes, new());
        Assert.That(reading.Warnings, Is.EqualTo(warnings));
        Assert.That(
            (reading.Record.ControlNumbers[0].Number, reading.Record.Contributors[0].Name, reading.Record.Title.Remainder, reading.Record.Year),
            Is.EqualTo(("42", "Pané, Armijn", "roman", 1949)));
    }
}
