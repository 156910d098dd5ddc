using System.Text.Json;
using System.Text.Json.Nodes;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Exporting;

/// <summary>CSL-JSON, the input of citation processors (schema csl-data of CSL 1.0.2): always a list.</summary>
internal sealed class CslJsonForm : ExportForm
{
    public override string Name => "csl-json";

    public override string Title => "CSL-JSON";

    public override string MediaType => "application/vnd.citationstyles.csl+json";

    public override string Ending => "csl.json";

    public override string? OtherEnding => "json";

    public override byte[] Write(ExportedEdition edition) => WriteAll([edition]);

    public override byte[] WriteAll(IReadOnlyList<ExportedEdition> editions) =>
        JsonExport.Write(new JsonArray([.. editions.Select(Item)]));

    private static JsonObject Item(ExportedEdition edition)
    {
        var description = edition.Description;
        var credits = Credits.Of(description);
        var item = new JsonObject { ["id"] = edition.Id, ["type"] = KindWords.Of(description.Format).Csl, ["title"] = TitleLine.Of(description.Title) };
        item.AddList("author", credits.Authors.Select(NameOf));
        item.AddList("editor", credits.Editors.Select(NameOf));
        item.AddList("translator", credits.Translators.Select(NameOf));
        if (description.Year is { } year)
        {
            item["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(year)) };
        }

        item.AddText("edition", description.Edition);
        item.AddText("publisher", description.Publications.Select(one => one.Publisher).FirstOrDefault(name => name is not null));
        item.AddText("publisher-place", description.Publications is [var publication, ..] ? publication.Place : null);
        item.AddText("collection-title", description.Series is [var series, ..] ? series.Title : null);
        item.AddText("collection-number", description.Series is [var numbered, ..] ? numbered.Volume : null);
        item.AddText("ISBN", Numbers(description, IdentifierKind.Isbn));
        item.AddText("ISSN", Numbers(description, IdentifierKind.Issn));
        item.AddText("DOI", Numbers(description, IdentifierKind.Doi));
        if (description.Extent?.Pages is { } pages)
        {
            item["number-of-pages"] = pages;
        }

        item.AddText("language", description.Languages is [var language, ..] ? LanguageCodes.TagOf(language) : null);
        item.AddText("keyword", string.Join(", ", description.Subjects.Select(subject => subject.Text)));
        item.AddText("abstract", description.Summary);
        item.AddText("call-number", edition.Libraries.SelectMany(library => library.Holdings).Select(holding => holding.CallNumber).FirstOrDefault(number => number is not null));
        item.AddText("source", edition.Origin.Agency);
        item.AddText("URL", edition.Address.AbsoluteUri);
        return item;
    }

    private static JsonObject NameOf(Contributor one)
    {
        if (one.Kind != ContributorKind.Person)
        {
            return new JsonObject { ["literal"] = one.Name };
        }

        var name = PersonName.Read(one.Name);
        var parts = name.Given is { } given
            ? new JsonObject { ["family"] = name.Family, ["given"] = given }
            : new JsonObject { ["literal"] = name.Family };
        parts.AddText("suffix", name.Suffix);
        return parts;
    }

    private static string Numbers(BibRecord description, IdentifierKind kind) =>
        string.Join(' ', description.Identifiers.Where(one => one.IsValid && one.Kind == kind).Select(one => one.Value));
}
