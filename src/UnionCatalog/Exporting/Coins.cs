using System.Globalization;
using UnionCatalog.Records;

namespace UnionCatalog.Exporting;

/// <summary>
/// ContextObjects in spans (COinS): what reference managers find in a page, the key/encoded-value form of OpenURL (ANSI/NISO Z39.88).
/// </summary>
public static class Coins
{
    /// <summary>The class of the span that carries it.</summary>
    public const string Class = "Z3988";

    private const int LongestValue = 300;
    private const int MostNames = 5;

    /// <summary>The value of the span's title, before HTML encodes it.</summary>
    public static string Of(ExportedEdition edition)
    {
        var isSerial = edition.Description.Format == ResourceFormat.Serial;
        var values = isSerial ? Serial(edition.Description) : Book(edition.Description);
        return "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3A" + (isSerial ? "journal" : "book") + string.Concat(
            values.Append(("rft_id", edition.Address.AbsoluteUri)).Append(("rfr_id", $"info:sid/{edition.Origin.Agency}"))
                .Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => $"&{pair.Item1}={Uri.EscapeDataString(Short(pair.Item2!))}"));
    }

    private static IEnumerable<(string Key, string? Value)> Serial(BibRecord description) =>
    [
        ("rft.genre", "journal"),
        ("rft.jtitle", TitleLine.Of(description.Title)),
        .. description.Identifiers.Where(one => one is { IsValid: true, Kind: IdentifierKind.Issn }).Select(one => ("rft.issn", (string?)one.Value)),
        ("rft.date", description.Year?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static IEnumerable<(string Key, string? Value)> Book(BibRecord description)
    {
        var authors = Credits.Of(description).Authors;
        var first = authors is [{ Kind: ContributorKind.Person } person, ..] ? PersonName.Read(person.Name) : null;
        return
        [
            ("rft.genre", description.Format is ResourceFormat.Book or ResourceFormat.Electronic ? "book" : "document"),
            ("rft.btitle", TitleLine.Of(description.Title)),
            ("rft.aulast", first?.Given is null ? null : first.Family),
            ("rft.aufirst", first?.Given),
            .. authors.Take(MostNames).Select(one => one.Kind == ContributorKind.Person ? ("rft.au", (string?)PersonName.Read(one.Name).Inverted) : ("rft.aucorp", one.Name)),
            ("rft.date", description.Year?.ToString(CultureInfo.InvariantCulture)),
            ("rft.edition", description.Edition),
            ("rft.place", description.Publications is [var publication, ..] ? publication.Place : null),
            ("rft.pub", description.Publications.Select(one => one.Publisher).FirstOrDefault(name => name is not null)),
            ("rft.series", description.Series is [var series, ..] ? series.Title : null),
            ("rft.tpages", description.Extent?.Pages?.ToString(CultureInfo.InvariantCulture)),
            .. description.Identifiers.Where(one => one is { IsValid: true, Kind: IdentifierKind.Isbn }).Select(one => ("rft.isbn", (string?)one.Value)).Take(1),
        ];
    }

    /// <summary>An attribute is no place for a novel; whole characters only, or escaping it fails.</summary>
    private static string Short(string value) =>
        value.Length <= LongestValue ? value : value[..(char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue)];
}
