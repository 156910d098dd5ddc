using System.Text.RegularExpressions;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>Which printing a record describes: a later one has a later year, and is the same edition.</summary>
internal static partial class PrintingNumber
{
    private const int LongestStatement = 200;

    /// <summary>Whether the edition statement names a printing after the first, such as "Cet. 10" or "Cetakan kedua".</summary>
    public static bool IsLater(BibRecord record) =>
        record.Edition is { Length: <= LongestStatement } statement
        && Printing().Match(statement.ToLowerInvariant()) is { Success: true } match
        && NumberWord.Read(match.Groups["number"].Value) is { } number && number != "1";

    [GeneratedRegex(@"\b(?:cet|cetakan|ctk|printing|impression|reprint)\b[\s.:,]*(?:ke[\s-]*(?=[0-9ivx]))?(?<number>[a-z0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Printing();
}
