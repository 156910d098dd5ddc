using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>Reads the numbers of a row that spreadsheet programs take for sums.</summary>
internal static partial class RowNumbers
{
    /// <summary>
    /// The ISBN or ISSN of a cell. "9.78979E+12" is what Excel leaves of one: its last digits are gone, so nothing is taken.
    /// </summary>
    public static IReadOnlyList<StandardIdentifier> ReadIsbns(string? cell, List<string> warnings)
    {
        var found = RowCell.Split(cell).SelectMany(part => ReadIsbn(part, warnings)).Distinct().ToList();
        foreach (var wrong in found.Where(identifier => !identifier.IsValid))
        {
            warnings.Add(RowProblems.Say("isbn-wrong", wrong.Raw));
        }

        return found;
    }

    /// <summary>The Dewey number in a cell: "5,133" and "5.133" are 005.133, whose zeros Excel has eaten. Null for none.</summary>
    public static string? FindDewey(string? cell)
    {
        if (cell is null || Dewey().Match(cell) is not { Success: true } match)
        {
            return null;
        }

        var hundreds = match.Groups["whole"].Value;
        var rest = match.Groups["rest"].Value;

        // A call number begins with all three digits: its cell is a text, from which Excel takes nothing.
        var isNumberAlone = match.Length == cell.Length;
        return hundreds.Length == 3 || isNumberAlone
            ? DeweyNumber.Find(hundreds.PadLeft(3, '0') + (rest.Length > 0 ? $".{rest}" : ""))
            : null;
    }

    private static IReadOnlyList<StandardIdentifier> ReadIsbn(string text, List<string> warnings)
    {
        if (Destroyed().IsMatch(text))
        {
            warnings.Add(RowProblems.Say("isbn-destroyed", text));
            return [];
        }

        return UntypedIdentifier.ReadIsbnOrIssn(Restore(text));
    }

    /// <summary>Takes out separators of thousands and decimals, and puts back a zero that was eaten at the front.</summary>
    private static string Restore(string text)
    {
        text = Decimals().Replace(text, "");
        text = Thousands().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) : text;
        text = Dotted().IsMatch(text) ? text.Replace('.', '-') : text;
        return NineDigits().IsMatch(text) && CheckDigits.ToIsbn13("0" + text.ToUpperInvariant()) is not null ? "0" + text : text;
    }

    [GeneratedRegex(@"^(?<whole>[0-9]{1,3})(?:[.,](?<rest>[0-9]+))?(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Dewey();

    [GeneratedRegex(@"^[0-9](?:[.,][0-9]+)?\s?E\s?\+?[0-9]{1,2}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Destroyed();

    [GeneratedRegex(@"(?<=^[0-9]{8,13})[.,]0+$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimals();

    [GeneratedRegex(@"^[0-9]{1,3}(?:[.,][0-9]{3}){3,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^[0-9]+(?:\.[0-9]+)+(?:\.[0-9Xx])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex("^[0-9]{8}[0-9Xx]$", RegexOptions.CultureInvariant)]
    private static partial Regex NineDigits();
}
