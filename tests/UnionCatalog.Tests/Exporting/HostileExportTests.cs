using UnionCatalog.Exporting;
using UnionCatalog.Exporting.Citing;

namespace UnionCatalog.Tests.Exporting;

/// <summary>No text of a record breaks the syntax of a form, whatever it is.</summary>
public sealed class HostileExportTests
{
    public static IEnumerable<string> Forms => ExportForms.All.Select(form => form.Name);

    [Test, Combinatorial]
    public void An_attack_in_every_field_leaves_a_form_whole([ValueSource(nameof(Forms))] string form, [ValueSource(typeof(HostileExportTests), nameof(Attacks))] string attack)
    {
        var edition = HostileEdition.Of(HostileEdition.Attacks[attack]);
        var writer = ExportForms.FindByName(form)!;

        Assert.That(FormSyntax.Faults(form, writer.Write(edition), 1).Take(3), Is.Empty);
        Assert.That(FormSyntax.Faults(form, writer.WriteAll([edition, edition, edition]), 3).Take(3), Is.Empty);
    }

    [TestCaseSource(nameof(Attacks))]
    public void An_attack_leaves_references_and_spans_whole(string attack)
    {
        var edition = HostileEdition.Of(HostileEdition.Attacks[attack]);
        var coins = Coins.Of(edition);

        Assert.That(coins, Does.Match("^[!-~]+$"), "an address's letters only");
        Assert.That(coins, Has.Length.LessThan(30_000));
        Assert.That(coins.Split('&').Select(pair => pair.Split('=').Length), Has.All.EqualTo(2));
        foreach (var style in Enum.GetValues<CitationStyle>())
        {
            var text = Citation.Of(edition, style, "id").Text;
            Assert.That(text, Does.Not.Match(@"[\p{Cc}\u202A-\u202E]"));
            Assert.That(text.EnumerateRunes().Select(rune => rune.Value), Has.None.EqualTo(0xFFFD), "half a character");
        }
    }

    [Test]
    public void Anything_at_all_leaves_a_form_whole()
    {
        var random = new Random(20261126);
        for (var round = 0; round < 40; round++)
        {
            var edition = HostileEdition.Of(string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => Any(random))));
            foreach (var form in ExportForms.All)
            {
                Assert.That(FormSyntax.Faults(form.Name, form.Write(edition), 1).Take(3), Is.Empty, form.Name);
            }
        }
    }

    public static IEnumerable<string> Attacks => HostileEdition.Attacks.Keys;

    private static char Any(Random random) => random.Next(4) switch
    {
        0 => (char)random.Next(0x20),
        1 => "{}\\%$&#_~^\"'<>]=@,-\r\n"[random.Next(21)],
        2 => (char)random.Next(0xD700, 0x10000),
        _ => (char)random.Next(0x20, 0x500),
    };
}
