using System.Text.RegularExpressions;

namespace UnionCatalog.Members;

/// <summary>Addresses of a library's records, made of a template of its configuration.</summary>
public static partial class RecordAddress
{
    private const string Number = "{number}";

    /// <summary>The address of one record; null where it would be none, or its identifier has no digits at its end that the template asks for.</summary>
    /// <param name="template">An address with "{identifier}" or "{number}" in it.</param>
    /// <param name="identifier">The record's identifier.</param>
    public static Uri? Fill(string template, string identifier)
    {
        var digits = LastDigits().Match(identifier).Value;
        if (digits.Length == 0 && template.Contains(Number, StringComparison.Ordinal))
        {
            return null;
        }

        var address = template
            .Replace("{identifier}", Uri.EscapeDataString(identifier), StringComparison.Ordinal)
            .Replace(Number, digits, StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : null;
    }

    [GeneratedRegex("[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex LastDigits();
}
