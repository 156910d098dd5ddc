using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Text;

/// <summary>Reads a name written in one line with dates or a role after it.</summary>
internal static partial class NameText
{
    /// <summary>
    /// Reads "Toer, Pramoedya Ananta, 1925-2006 (penerjemah)"; what stands in brackets is a role only where it is a known one.
    /// </summary>
    public static Contributor Read(string text, string? role)
    {
        if (Bracketed().Match(text) is { Success: true } match && RelatorTerms.Find(match.Groups["role"].Value) is { } stated)
        {
            (text, role) = (text[..match.Index], stated);
        }

        var dates = Dates().Match(text);
        var name = (dates.Success ? text[..dates.Index] : text).TrimEnd(' ', ',', ';');
        return name.Length == 0
            ? new Contributor(text, ContributorKind.Person) { Role = role }
            : new Contributor(name, ContributorKind.Person) { Role = role, Dates = dates.Success ? dates.Groups["dates"].Value : null };
    }

    [GeneratedRegex(@"\s*[(\[](?<role>[^()\[\]]{2,40})[)\]]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@",\s*(?<dates>[0-9]{4}\s?[-–](?:\s?[0-9]{4})?)\.?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
