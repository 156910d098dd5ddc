using System.Globalization;
using System.Text.RegularExpressions;

namespace UnionCatalog.Availability.Reading;

/// <summary>Finds the date in what a catalogue says of a loan.</summary>
internal static partial class ToldDate
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "dd-MM-yyyy", "dd/MM/yyyy"];

    /// <summary>The first date in the text, written 2026-12-03 or, as in Indonesia, 03-12-2026 or 03/12/2026; null when there is none.</summary>
    public static DateOnly? Find(string? text) =>
        text is not null && DateOnly.TryParseExact(Written().Match(text).Value, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"(?<![0-9])(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{2}-[0-9]{4}|[0-9]{2}/[0-9]{2}/[0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
