using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Text;

/// <summary>Tells Dewey numbers from other text.</summary>
internal static partial class DeweyNumber
{
    /// <summary>
    /// The number in text such as "005.13/3 22", without the prime marks and the edition; null for what is no Dewey number.
    /// </summary>
    public static string? Find(string text) =>
        Form().Match(text) is { Success: true } match ? match.Groups["number"].Value.Replace("/", "", StringComparison.Ordinal) : null;

    [GeneratedRegex(@"^(?<number>[0-9]{3}(?:/?\.[0-9]+(?:/[0-9]+)*)?)(?:\s+[0-9]{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
