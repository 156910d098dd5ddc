using UnionCatalog.Server.Commands;

namespace UnionCatalog.Tests.Commands;

/// <summary>Lines on a terminal that is narrower than they are.</summary>
internal sealed class TerminalTests
{
    [Test]
    public void A_long_line_is_broken_between_words_and_goes_on_further_in() => Assert.That(
        Terminal.Rows("  Line 6: The ISBN was destroyed by the spreadsheet program.", 30),
        Is.EqualTo(new[] { "  Line 6: The ISBN was", "    destroyed by the", "    spreadsheet program." }));

    [TestCase("")]
    [TestCase("  1  as it is")]
    public void A_line_that_fits_is_left_as_it_is(string line) => Assert.That(Terminal.Rows(line, 30), Is.EqualTo(new[] { line }));
}
