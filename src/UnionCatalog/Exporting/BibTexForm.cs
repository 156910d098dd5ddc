using System.Globalization;
using System.Text;
using UnionCatalog.Records;

namespace UnionCatalog.Exporting;

/// <summary>BibTeX, for LaTeX, in UTF-8.</summary>
internal sealed class BibTexForm : ExportForm
{
    public override string Name => "bibtex";

    public override string Title => "BibTeX";

    public override string MediaType => "application/x-bibtex";

    public override string Ending => "bib";

    public override byte[] Write(ExportedEdition edition)
    {
        var text = new StringBuilder().Append('@').Append(KindWords.Of(edition.Description.Format).BibTex).Append('{').Append(Key(edition)).Append(",\n");
        foreach (var (name, value) in Fields(edition))
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.Append("}\n\n").ToString());
    }

    /// <summary>The first author's name, the year and the edition's own name: readable, and never the same for two editions.</summary>
    private static string Key(ExportedEdition edition)
    {
        var author = Credits.Of(edition.Description).Authors is [var first, ..] ? PersonName.Read(first.Name).Family : "";
        var letters = string.Concat(author.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter).Take(20)).ToLowerInvariant();
        return $"{letters}{edition.Description.Year?.ToString(CultureInfo.InvariantCulture)}_{edition.Id}";
    }

    private static IEnumerable<(string Name, string? Value)> Fields(ExportedEdition edition)
    {
        var description = edition.Description;
        var credits = Credits.Of(description);
        return
        [
            ("author", Names(credits.Authors)),
            ("editor", Names(credits.Editors)),
            ("translator", Names(credits.Translators)),
            // In one script: there is no field for the other, and one that is printed ("note", "titleaddon") would be cited.
            ("title", BibTexText.Escape(TitleLine.Of(description.Title))),
            ("edition", BibTexText.Escape(description.Edition)),
            ("series", BibTexText.Escape(description.Series is [var series, ..] ? series.Title : null)),
            ("number", BibTexText.Escape(description.Series is [{ Volume: { } volume }, ..] ? volume : null)),
            ("address", BibTexText.Escape(description.Publications is [var publication, ..] ? publication.Place : null)),
            ("publisher", BibTexText.Escape(description.Publications.Select(one => one.Publisher).FirstOrDefault(name => name is not null))),
            ("year", description.Year?.ToString(CultureInfo.InvariantCulture)),
            ("isbn", Numbers(description, IdentifierKind.Isbn)),
            ("issn", Numbers(description, IdentifierKind.Issn)),
            ("pagetotal", description.Extent?.Pages?.ToString(CultureInfo.InvariantCulture)),
            ("language", description.Languages is [var language, ..] ? language : null),
            ("keywords", BibTexText.Escape(string.Join(", ", description.Subjects.Select(subject => subject.Text)))),
            ("abstract", BibTexText.Escape(description.Summary)),
            ("url", edition.Address.AbsoluteUri),
        ];
    }

    private static string Names(IReadOnlyList<Contributor> names) => string.Join(" and ", names.Select(BibTexText.Name));

    private static string Numbers(BibRecord description, IdentifierKind kind) =>
        BibTexText.Escape(string.Join(", ", description.Identifiers.Where(one => one.IsValid && one.Kind == kind).Select(one => one.Value))) ?? "";
}
