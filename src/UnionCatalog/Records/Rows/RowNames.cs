using System.Collections.Frozen;
using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>Takes the names in a cell apart: "Andrea Hirata; Tere Liye", "Andrea Hirata dan Tere Liye".</summary>
internal static partial class RowNames
{
    private static readonly FrozenSet<string> Corporate = EmbeddedText.Lines("corporate.tsv", "Rows").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, each with its role; "dkk." is no name.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="role">The role that the column stands for.</param>
    public static IEnumerable<Contributor> Read(string? cell, string role) =>
        RowCell.Split(cell).SelectMany(Split).Where(name => !Others().IsMatch(name)).Select(name => ReadName(name, role));

    private static IEnumerable<string> Split(string text)
    {
        text = AndOthers().Replace(text, "");
        if (IsCorporate(text))
        {
            return [text];
        }

        return Separator().Split(text).SelectMany(SplitAtCommas).Select(name => name.Trim(' ', ',')).Where(name => name.Length > 0);
    }

    /// <summary>
    /// "Andrea Hirata, Tere Liye" are two persons; "Toer, Pramoedya Ananta" and "Suwandi Endraswara, M.Hum." are one: there
    /// what stands before or behind a comma is a single word.
    /// </summary>
    private static IEnumerable<string> SplitAtCommas(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length > 1 && parts.All(part => FullName().IsMatch(part)) ? parts : [text];
    }

    private static Contributor ReadName(string text, string role)
    {
        var stated = RoleBefore().Match(text);
        if (stated.Success && RelatorTerms.Find(stated.Groups["role"].Value) is { } term)
        {
            (text, role) = (stated.Groups["name"].Value, term);
        }

        return IsCorporate(text)
            ? new Contributor(text, ContributorKind.Corporate) { Role = role }
            : NameText.Read(text, role);
    }

    private static bool IsCorporate(string text) => Corporate.Contains(FirstWord().Match(text).Value);

    [GeneratedRegex(@"\s+(?:dan|and|&|bersama|with)\s+|\s*/\s*|\s*&\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"[,;]?\s*[\[(]?\b(?:dkk|et\.?\s?al|dll|and others|dan kawan-kawan)\b\.?[\])]?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AndOthers();

    [GeneratedRegex(@"^(?:anonim|anonymous|tanpa pengarang|tidak diketahui|unknown|no name|noname|an[oó]nimo)\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    /// <summary>Two words at least, the last of them no degree: "M.Hum." has a stop inside, "SE" is short.</summary>
    [GeneratedRegex(@"^\S+(?:\s+\S+)*\s+[\p{L}'’-]{3,}$", RegexOptions.CultureInvariant)]
    private static partial Regex FullName();

    [GeneratedRegex(@"^(?<role>[\p{L}. ]{2,20}?)\s*:\s*(?<name>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex RoleBefore();

    [GeneratedRegex(@"^\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord();
}
