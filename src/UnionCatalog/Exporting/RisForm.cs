using System.Globalization;
using System.Text;
using UnionCatalog.Records;

namespace UnionCatalog.Exporting;

/// <summary>RIS, for Zotero, Mendeley, EndNote: one tag a line. No text has a line end, so none can begin a line of its own.</summary>
internal sealed class RisForm : ExportForm
{
    public override string Name => "ris";

    public override string Title => "RIS";

    public override string MediaType => "application/x-research-info-systems";

    public override string Ending => "ris";

    public override byte[] Write(ExportedEdition edition)
    {
        var text = new StringBuilder();
        foreach (var (tag, value) in Lines(edition))
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(tag).Append("  - ").Append(value).Append("\r\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.Append("ER  - \r\n\r\n").ToString());
    }

    private static IEnumerable<(string Tag, string? Value)> Lines(ExportedEdition edition)
    {
        var description = edition.Description;
        var credits = Credits.Of(description);
        var first = description.Publications is [var publication, ..] ? publication : null;
        return
        [
            ("TY", KindWords.Of(description.Format).Ris),
            .. credits.Authors.Select(one => ("AU", (string?)NameOf(one))),
            .. credits.Editors.Select(one => ("ED", (string?)NameOf(one))),
            .. credits.Translators.Select(one => ("A4", (string?)NameOf(one))),
            ("TI", TitleLine.Of(description.Title)),
            // The title beside the one that is cited: EndNote and Mendeley keep it as such, Zotero as a note. "ST" would be cited for short.
            ("TT", description.Title.OriginalScript),
            ("PY", description.Year?.ToString(CultureInfo.InvariantCulture)),
            ("CY", first?.Place),
            ("PB", description.Publications.Select(one => one.Publisher).FirstOrDefault(name => name is not null)),
            ("ET", description.Edition),
            .. description.Series.Select(series => ("T3", (string?)series.Title)),
            ("VL", description.Series.Select(series => series.Volume).FirstOrDefault(volume => volume is not null)),
            .. description.Identifiers.Where(one => one is { IsValid: true, Kind: IdentifierKind.Isbn or IdentifierKind.Issn }).Select(one => ("SN", (string?)one.Value)),
            .. description.Identifiers.Where(one => one is { IsValid: true, Kind: IdentifierKind.Doi }).Select(one => ("DO", (string?)one.Value)),
            ("SP", description.Extent?.Pages?.ToString(CultureInfo.InvariantCulture)),
            .. description.Languages.Select(language => ("LA", (string?)language)),
            .. description.Subjects.Select(subject => ("KW", (string?)subject.Text)),
            ("AB", description.Summary),
            .. edition.Libraries.SelectMany(CallNumbers).Distinct().Select(number => ("CN", (string?)number)).Take(1),
            ("DP", edition.Origin.Agency),
            ("UR", edition.Address.AbsoluteUri),
            ("ID", edition.Id),
        ];
    }

    private static IEnumerable<string> CallNumbers(ExportedLibrary library) => library.Holdings.Select(holding => holding.CallNumber).OfType<string>();

    private static string NameOf(Contributor one) => one.Kind == ContributorKind.Person ? PersonName.Read(one.Name).Inverted : one.Name;
}
