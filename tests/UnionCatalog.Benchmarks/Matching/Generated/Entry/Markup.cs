using System.Text;

namespace UnionCatalog.Benchmarks.Matching.Generated.Entry;

/// <summary>Text in XML.</summary>
internal static class Markup
{
    public static StringBuilder Append(StringBuilder text, string value)
    {
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '&' => text.Append("&amp;"),
                _ => text.Append(letter),
            };
        }

        return text;
    }
}
