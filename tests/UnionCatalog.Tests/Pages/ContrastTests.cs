using System.Text.RegularExpressions;

namespace UnionCatalog.Tests.Pages;

/// <summary>The palette of the style sheets can be read by weak eyes, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11, level AA).</summary>
public sealed partial class ContrastTests
{
    private const double Text = 4.5;
    private const double Control = 3;

    private static readonly string Folder = Path.Combine(Places.Root, "src", "UnionCatalog.Server", "Pages", "Style");

    private static readonly string Palette = File.ReadAllText(Path.Combine(Folder, "base.css"));

    private static readonly string Style = string.Join('\n', Directory.EnumerateFiles(Folder, "*.css").Select(File.ReadAllText));

    private static readonly (string Ink, string Ground, double Least)[] Pairs =
    [
        ("ink", "paper", Text), ("ink", "card", Text), ("soft", "paper", Text), ("soft", "card", Text), ("green", "paper", Text), ("green", "card", Text),
        ("on-green", "green-deep", Text), ("good", "card", Text), ("wait", "card", Text), ("bad", "card", Text),
        ("edge", "paper", Control), ("edge", "card", Control), ("amber", "green-deep", Control), ("focus", "paper", Control), ("focus", "card", Control),
        ("on-amber", "amber", Text), ("on-label", "label", Text), ("soft-on-label", "label", Text),
    ];

    [TestCase(false)]
    [TestCase(true)]
    public void What_is_read_stands_out_from_its_ground(bool dark)
    {
        var colours = Colour().Matches(Palette).GroupBy(match => match.Groups["name"].Value)
            .ToDictionary(group => group.Key, group => (dark ? group.Last() : group.First()).Groups["hex"].Value);

        Assert.That(colours.Keys, Is.SupersetOf(Pairs.SelectMany(pair => new[] { pair.Ink, pair.Ground }).Distinct()));
        foreach (var (ink, ground, least) in Pairs)
        {
            Assert.That(Contrast(colours[ink], colours[ground]), Is.GreaterThanOrEqualTo(least), $"{ink} on {ground}");
        }
    }

    /// <summary>The backs on the shelf of the first page have their names on them.</summary>
    [Test]
    public void The_name_of_each_class_stands_out_from_its_dye()
    {
        var dyes = Dye().Matches(Palette).Select(match => match.Groups["hex"].Value).ToList();
        var cream = Colour().Matches(Palette).First(match => match.Groups["name"].Value == "on-green").Groups["hex"].Value;

        Assert.That(dyes.Distinct().Count(), Is.EqualTo(10));
        Assert.That(dyes.Select(dye => Contrast(cream, dye)), Has.All.GreaterThanOrEqualTo(Text));
    }

    [Test]
    public void No_colour_is_used_that_the_palette_does_not_name() =>
        Assert.That(Regex.Matches(Style, "(?<!--[a-z-]+: )#[0-9a-f]{6}\\b").Select(match => match.Value), Is.Empty);

    /// <summary>(L1 + 0.05) / (L2 + 0.05) of relative luminances (WCAG 2.2, glossary).</summary>
    private static double Contrast(string one, string other)
    {
        var (dark, light) = (Math.Min(Luminance(one), Luminance(other)), Math.Max(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string hex)
    {
        var parts = Convert.FromHexString(hex).Select(part => part / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("--class: #(?<hex>[0-9a-f]{6});", RegexOptions.CultureInvariant)]
    private static partial Regex Dye();

    [GeneratedRegex("--(?<name>[a-z-]+): #(?<hex>[0-9a-f]{6});", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
