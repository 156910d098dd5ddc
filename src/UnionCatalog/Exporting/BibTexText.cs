using System.Text;
using UnionCatalog.Records;

namespace UnionCatalog.Exporting;

/// <summary>Texts as BibTeX and TeX read them.</summary>
internal static class BibTexText
{
    /// <summary>
    /// The text with TeX's own characters written out. BibTeX counts every brace, one behind a backslash as well, so that a brace is
    /// written as a command.
    /// </summary>
    public static string? Escape(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' => escaped.Append(@"\textbackslash{}"),
                '{' => escaped.Append(@"\textbraceleft{}"),
                '}' => escaped.Append(@"\textbraceright{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '$' or '&' or '%' or '#' or '_' => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    /// <summary>
    /// "Family, Given"; in braces, which keep it whole, where it is a body's or has no parts: BibTeX would take the last word of
    /// "Ahmad Tohari" for a family name, and what follows an "and" for another person.
    /// </summary>
    public static string Name(Contributor one)
    {
        if (one.Kind != ContributorKind.Person || PersonName.Read(one.Name) is not { Given: { } given } name)
        {
            return $"{{{Escape(one.Kind == ContributorKind.Person ? PersonName.Read(one.Name).Inverted : one.Name)}}}";
        }

        return string.Join(", ", new[] { Part(name.Family), name.Suffix is null ? null : Part(name.Suffix), Part(given) }.OfType<string>());
    }

    private static string Part(string text) =>
        $" {text} ".Contains(" and ", StringComparison.OrdinalIgnoreCase) || text.Contains(',', StringComparison.Ordinal) ? $"{{{Escape(text)}}}" : Escape(text)!;
}
