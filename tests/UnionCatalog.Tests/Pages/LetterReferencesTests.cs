using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Tests.Pages;

/// <summary>A page says the same with its letters as with their references, and is shorter.</summary>
public sealed class LetterReferencesTests
{
    [TestCase("a&#xB7;b", "a·b")]
    [TestCase("&#x641;&#x62A;&#x62D;", "فتح")]
    [TestCase("&#x1F4DA;", "\U0001F4DA")]
    [TestCase("520&#xA;DRU", "520\nDRU")]
    public void A_letter_takes_the_place_of_its_reference(string written, string expected) => Assert.That(Resolved(written), Is.EqualTo(expected));

    [TestCase("&amp;#xB7;")]
    [TestCase("&#x27;&#x2B;&#x26;#xB7;")]
    [TestCase("&#x3C;script&#x3E;")]
    [TestCase("&#xD;&#x85;&#x9F;&#x0;")]
    [TestCase("&#xD800;&#x110000;&#xFFFFFFFF;")]
    [TestCase("&#x;&#xG0;&#x B7;&#xB7")]
    [TestCase("&#xB7")]
    [TestCase("&#x")]
    [TestCase("")]
    public void All_else_stays_as_it_is(string written) => Assert.That(Resolved(written), Is.EqualTo(written));

    [Test]
    public void Whatever_text_it_is_a_browser_reads_the_same()
    {
        var random = new Random(20261127);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Piece(random)));
            var encoded = HtmlEncoder.Default.Encode(text);
            Assert.That(Read(Resolved(encoded)), Is.EqualTo(Read(encoded)), encoded);
        }
    }

    private static string Piece(Random random) => random.Next(6) switch
    {
        0 => "&#x",
        1 => "&#xB7;",
        2 => ((char)random.Next(0x100)).ToString(),
        3 => ((char)random.Next(0x10000)).ToString(),
        4 => char.ConvertFromUtf32(random.Next(0x10000, 0x110000)),
        _ => ";<>\"'\n"[random.Next(6)].ToString(),
    };

    private static (string?, string) Read(string html)
    {
        var page = new HtmlParser().ParseDocument($"<p title=\"{html}\">{html}</p>");
        return (page.QuerySelector("p")!.GetAttribute("title"), page.QuerySelector("p")!.TextContent);
    }

    private static string Resolved(string written)
    {
        var text = written.ToCharArray();
        return new(text, 0, LetterReferences.Resolve(text));
    }
}
