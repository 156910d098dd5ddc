using System.Text.RegularExpressions;

namespace UnionCatalog.Tests.Records;

/// <summary>A file of cases, one a line: an input, a tab, what is expected of it. Lines that begin with "#" are remarks.</summary>
internal static partial class CaseFile
{
    public static void Check(string path, Func<string, string> read)
    {
        var lines = File.ReadAllLines(Places.Case(path)).Where(line => !line.StartsWith('#')).ToList();
        Assert.That(lines, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var line in lines)
            {
                var (input, expected) = (line[..line.IndexOf('\t', StringComparison.Ordinal)], line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
                Assert.That(Escape(read(Unescape(input))), Is.EqualTo(Escape(Unescape(expected))), $"{path}: \"{input}\"");
            }
        }
    }

    public static string Unescape(string text) =>
        EscapeSequence().Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());

    /// <summary>Lone surrogates and look-alikes would not show in a failure's message.</summary>
    private static string Escape(string text) =>
        string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}"));

    [GeneratedRegex(@"\\u([0-9A-F]{4})")]
    private static partial Regex EscapeSequence();
}
