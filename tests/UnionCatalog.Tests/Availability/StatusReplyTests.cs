using System.Diagnostics;
using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using UnionCatalog.Availability;
using UnionCatalog.Availability.Reading;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Availability;

/// <summary>What libraries' catalogues answer, as Cases/Availability/ has it.</summary>
public sealed class StatusReplyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 3, 0, 0, TimeSpan.Zero);

    private static IEnumerable<string[]> Cases() => File.ReadAllLines(Path.Combine(Places.Root, "tests/UnionCatalog.Tests/Cases/Availability/expected.tsv")).Select(line => line.Split('\t'));

    [TestCaseSource(nameof(Cases))]
    public void An_answer_tells(string file, string expected) => Assert.That(Told(Read(file, File.ReadAllBytes(Places.Case($"Availability/{file}")))), Is.EqualTo(expected));

    [Test]
    public void Every_case_has_its_line() =>
        Assert.That(
            Directory.EnumerateFiles(Places.Case("Availability")).Select(Path.GetFileName).Except(["README.md", "expected.tsv"]),
            Is.EquivalentTo(Cases().Select(row => row[0])));

    [Test]
    public void A_byte_order_mark_does_no_harm([Values("koha-items.json", "daia-1.0.json", "daia-0.5.xml", "slims-9.html")] string file)
    {
        var bytes = File.ReadAllBytes(Places.Case($"Availability/{file}"));

        Assert.That(Told(Read(file, [0xEF, 0xBB, 0xBF, .. bytes])), Is.EqualTo(Told(Read(file, bytes))).And.Not.EqualTo("nothing"));
    }

    [Test]
    public void A_page_of_SLiMS_is_read_as_a_browser_reads_it()
    {
        var html = File.ReadAllText(Places.Case("Availability/slims-9.html"));
        var marks = new HtmlParser().ParseDocument(html).QuerySelectorAll(".availability-item");

        Assert.That(Read("slims-9.html", Encoding.UTF8.GetBytes(html)), Has.Count.EqualTo(marks.Length));
    }

    [Test]
    public void No_damage_to_an_answer_makes_it_throw([Values("koha-items.json", "daia-1.0.json", "daia-0.5.xml", "slims-9.html", "slims-8.html")] string file)
    {
        var whole = File.ReadAllBytes(Places.Case($"Availability/{file}"));
        var random = new Random(6);
        for (var run = 0; run < 2_000; run++)
        {
            var damaged = whole[..(run % 2 == 0 ? whole.Length : random.Next(whole.Length))];
            for (var hit = random.Next(4); hit > 0 && damaged.Length > 0; hit--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            foreach (var form in Enum.GetValues<StatusForm>())
            {
                Assert.That(() => StatusReply.Read(form, damaged, Now), Throws.Nothing);
            }
        }
    }

    [TestCase("<b a=1><p>", TestName = "elements that a browser would open again and again")]
    [TestCase("<b class=\"item-available\">", TestName = "items without end")]
    [TestCase("<b style=\"", TestName = "quotes that are never closed")]
    [TestCase("<", TestName = "angle brackets")]
    [TestCase("<!--", TestName = "comments that are never ended")]
    [TestCase("<script>", TestName = "scripts that are never ended")]
    [TestCase("<div ====''''\"\"\"\"", TestName = "attributes that are none")]
    [TestCase("[", TestName = "lists in lists")]
    [TestCase("<item><label>", TestName = "elements in elements")]
    public void A_megabyte_is_read_at_once(string piece)
    {
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length)));
        var started = Stopwatch.GetTimestamp();
        foreach (var form in Enum.GetValues<StatusForm>())
        {
            Assert.That(StatusReply.Read(form, page, Now)?.Count ?? 0, Is.LessThanOrEqualTo(StatusReply.MostItems));
        }

        Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(5)), "a tenth of it on a machine that has nothing else to do");
    }

    [Test]
    public void A_text_that_is_too_long_to_be_a_barcode_is_none() =>
        Assert.That(
            Told(Read("koha-x.json", Encoding.UTF8.GetBytes($$"""[{"external_id":"{{new string('9', 1_000)}}","callnumber":"  "}]"""))),
            Is.EqualTo("Available, -, -, -"));

    private static IReadOnlyList<ItemNow>? Read(string file, byte[] bytes) => StatusReply.Read(Enum.Parse<StatusForm>(file.Split('-')[0], ignoreCase: true), bytes, Now);

    private static string Told(IReadOnlyList<ItemNow>? items) => items is null ? "nothing" : string.Join('|', items.Select(item => string.Join(
        ", ", item.Status, item.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-", item.Barcode ?? "-", item.CallNumber ?? "-")));
}
