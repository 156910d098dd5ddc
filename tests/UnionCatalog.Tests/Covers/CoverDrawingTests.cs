using System.Text;
using System.Xml.Linq;
using UnionCatalog.Server.Covers;
using UnionCatalog.Tests.Exporting;

namespace UnionCatalog.Tests.Covers;

/// <summary>The drawn cover of a book of which there is no picture.</summary>
public sealed class CoverDrawingTests
{
    [TestCase("Bumi manusia", "BM")]
    [TestCase("Tempo", "T")]
    [TestCase("\"Di bawah\" lindungan Ka'bah", "DB")]
    [TestCase("(100) soal", "1S")]
    [TestCase("فتح القريب", "فا")]
    [TestCase("é́tude", "É́")]
    [TestCase("", "·")]
    [TestCase("!!! ???", "·")]
    [TestCase("<b> Tempo & Co", "TC")]
    public void It_has_the_initials_of_the_title(string title, string initials) => Assert.That(CoverDrawing.Initials(title), Is.EqualTo(initials));

    [Test]
    public void It_is_a_drawing_whatever_the_title_is()
    {
        foreach (var attack in HostileEdition.Attacks.Values)
        {
            var drawing = XDocument.Parse(Encoding.UTF8.GetString(CoverDrawing.Draw("a1b2c3d4e5f6", attack)));
            Assert.That(drawing.Descendants().Select(element => element.Name.LocalName).Distinct(), Is.SubsetOf(new[] { "svg", "defs", "pattern", "g", "ellipse", "rect", "text" }));
        }
    }

    [Test]
    public void A_book_keeps_its_colour_and_not_all_have_the_same()
    {
        string[] Drawn() => [.. Enumerable.Range(0, 40).Select(number => Encoding.UTF8.GetString(CoverDrawing.Draw($"edition{number}", "Tempo")))];
        var first = Drawn();

        Assert.That(Drawn(), Is.EqualTo(first));
        Assert.That(first.Distinct().Count(), Is.EqualTo(4), "each of the four colours");
    }
}
