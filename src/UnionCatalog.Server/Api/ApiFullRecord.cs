using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Server.Api;

/// <summary>One edition with its holdings, where each part of its description comes from, and the other editions of its work.</summary>
public sealed record ApiFullRecord : ApiRecord
{
    [SetsRequiredMembers]
    private ApiFullRecord(ApiRecord record)
        : base(record) => (Sources, ValueSources, OtherEditions) = (new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>(), []);

    /// <summary>For each part of the description that has a value, the ids of libraries whose records say so, at most 20.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Sources { get; init; }

    /// <summary>For each part that is a list, the same for each of its values, in their order.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> ValueSources { get; init; }

    /// <summary>Other editions of the same work, those in its language first, then the newest first; at most 60.</summary>
    public required IReadOnlyList<ApiEdition> OtherEditions { get; init; }

    internal static ApiFullRecord From(CatalogEntry entry, IReadOnlyList<CatalogEntry> otherEditions, MemberDirectory members)
    {
        // Of one record it is not kept where its description comes from: all of it does.
        var all = entry.Sources ?? ClusterCard.Draw([(new RecordKey(entry.Libraries[0].Library, entry.Libraries[0].Identifier), entry.Description)]).Sources;
        var sources = all.Where(field => field.Key is not (CardField.ControlNumbers or CardField.Carrier)).ToList();
        return new ApiFullRecord(ApiRecord.From(entry, members))
        {
            Sources = sources.ToDictionary(field => NameOf(field.Key), field => Libraries(entry, field.Value.SelectMany(records => records))),
            ValueSources = sources.Where(field => IsList(field.Key)).ToDictionary(
                field => NameOf(field.Key),
                field => (IReadOnlyList<IReadOnlyList<string>>)[.. field.Value.Select(records => Libraries(entry, records))]),
            OtherEditions = [.. otherEditions.Select(ApiEdition.From)],
        };
    }

    private static string NameOf(CardField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    private static IReadOnlyList<string> Libraries(CatalogEntry entry, IEnumerable<int> records) =>
        [.. records.Where(record => record >= 0 && record < entry.Libraries.Count).Select(record => entry.Libraries[record].Library.Value).Distinct().Take(CardLimits.Sources)];

    private static bool IsList(CardField field) => field
        is CardField.WorkTitles or CardField.Contributors or CardField.Publications or CardField.Series or CardField.Subjects or CardField.Classifications
        or CardField.Identifiers or CardField.Languages or CardField.Notes or CardField.Links;
}

/// <summary>Another edition, in brief.</summary>
/// <param name="Id">Its public name; its page is /records/ID.</param>
/// <param name="Title">The title in its parts.</param>
/// <param name="Publisher">The first publisher.</param>
/// <param name="Year">The year of publication.</param>
/// <param name="Languages">Languages as ISO 639-2/B codes.</param>
/// <param name="Format">The kind of thing.</param>
/// <param name="Libraries">How many libraries have it.</param>
public sealed record ApiEdition(string Id, Title Title, string? Publisher, int? Year, IReadOnlyList<string> Languages, ResourceFormat Format, int Libraries)
{
    internal static ApiEdition From(CatalogEntry entry) => new(
        entry.Id,
        entry.Description.Title,
        entry.Description.Publications.Select(publication => publication.Publisher).FirstOrDefault(publisher => publisher is not null),
        entry.Description.Year,
        entry.Description.Languages,
        entry.Description.Format,
        HoldingLibrary.Of(entry).Count);
}
