using System.Text;
using System.Text.Json.Nodes;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Exporting;

/// <summary>schema.org in JSON-LD, for search engines: what it is, and that libraries lend it.</summary>
internal sealed class JsonLdForm : ExportForm
{
    private const string Context = "https://schema.org";

    /// <summary>It stands in a page: a schoolbook that every school has would make it heavy.</summary>
    private const int MostOffers = 100;

    public override string Name => "jsonld";

    public override string Title => "JSON-LD (schema.org)";

    public override string MediaType => "application/ld+json";

    public override string Ending => "jsonld";

    public override byte[] Write(ExportedEdition edition)
    {
        var work = Work(edition);
        work.Insert(0, "@context", Context);
        return JsonExport.Write(work);
    }

    public override byte[] WriteAll(IReadOnlyList<ExportedEdition> editions) =>
        JsonExport.Write(new JsonObject { ["@context"] = Context, ["@graph"] = new JsonArray([.. editions.Select(Work)]) });

    private static JsonObject Work(ExportedEdition edition)
    {
        var description = edition.Description;
        var credits = Credits.Of(description);
        var type = KindWords.Of(description.Format).SchemaOrg;
        var work = new JsonObject { ["@type"] = type, ["@id"] = edition.Address.AbsoluteUri, ["url"] = edition.Address.AbsoluteUri, ["name"] = TitleLine.Of(description.Title) };
        work.AddList("alternateName", Texts([description.Title.OriginalScript, description.Title.Parallel]));
        work.AddList("author", credits.Authors.Select(Agent));
        work.AddList("editor", credits.Editors.Select(Agent));
        work.AddList("translator", credits.Translators.Select(Agent));
        work.AddList("contributor", credits.Others.Select(Agent));
        AddImprint(work, description);
        if (type == "Book")
        {
            work.AddText("bookEdition", description.Edition);
            work.AddList("isbn", Numbers(description, IdentifierKind.Isbn));
            work.AddText("bookFormat", description.Format == ResourceFormat.Electronic ? $"{Context}/EBook" : null);
            AddPages(work, description);
        }

        work.AddList("issn", Numbers(description, IdentifierKind.Issn));
        work.AddList("inLanguage", Texts(description.Languages.Select(LanguageCodes.TagOf)));
        work.AddList("about", description.Subjects.Select(subject => Thing("Thing", subject.Text)));
        work.AddList("isPartOf", description.Series.Select(series => Thing("BookSeries", series.Title)));
        work.AddText("description", description.Summary);
        if (description.Cover is not null)
        {
            work["image"] = new Uri(edition.Origin.Site, $"covers/{edition.Id}").AbsoluteUri;
        }

        work.AddList("offers", edition.Libraries.Take(MostOffers).Select(library => LibraryOffer.Of(library, edition.Origin)));
        return work;
    }

    private static void AddImprint(JsonObject work, BibRecord description)
    {
        work.AddList("publisher", description.Publications.Where(one => one.Publisher is not null).Select(one =>
        {
            var publisher = Thing("Organization", one.Publisher!);
            publisher.AddText("address", one.Place);
            return publisher;
        }));
        work.AddText("datePublished", description.Year?.ToString("0000", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void AddPages(JsonObject work, BibRecord description)
    {
        if (description.Extent?.Pages is { } pages)
        {
            work["numberOfPages"] = pages;
        }
    }

    private static JsonObject Agent(Contributor one) => one.Kind == ContributorKind.Person
        ? Thing("Person", PersonName.Read(one.Name).Direct)
        : Thing("Organization", one.Name);

    private static JsonObject Thing(string type, string name) => new() { ["@type"] = type, ["name"] = name };

    private static IEnumerable<JsonNode> Numbers(BibRecord description, IdentifierKind kind) =>
        Texts(description.Identifiers.Where(one => one.IsValid && one.Kind == kind).Select(one => one.Value));

    private static IEnumerable<JsonNode> Texts(IEnumerable<string?> texts) => texts.OfType<string>().Select(text => (JsonNode)text);
}
