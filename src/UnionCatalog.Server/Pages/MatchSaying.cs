using System.Globalization;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Records;

namespace UnionCatalog.Server.Pages;

/// <summary>What a record says of each feature that is compared, as it says it.</summary>
/// <param name="texts">The language of what the catalogue adds.</param>
internal sealed class MatchSaying(MatchTexts texts)
{
    /// <summary>A record can bear hundreds of ISBNs; so many are shown.</summary>
    private const int MostValues = 6;

    /// <summary>A title can have a thousand words; so many characters are shown.</summary>
    private const int MostCharacters = 240;

    private readonly PageTexts _words = texts.Texts;

    /// <summary>What the record says; empty when nothing.</summary>
    /// <param name="feature">Of which feature.</param>
    /// <param name="record">The record.</param>
    /// <param name="compared">What was compared, for what the record says in no one place.</param>
    public string Of(Feature feature, ExplainedRecord record, string compared)
    {
        var values = Values(feature, record).Where(value => value.Length > 0).Distinct().ToList();
        return values.Count == 0 ? Short(compared) : Short(string.Join(" ; ", values.Take(MostValues))) + (values.Count > MostValues ? $" … (+{values.Count - MostValues})" : "");
    }

    /// <summary>The title, bounded.</summary>
    public string Title(BibRecord record) => Short(RecordLines.Title(record, _words));

    /// <summary>The text, cut where it is too long to be shown.</summary>
    internal static string Short(string text) => text.Length <= MostCharacters ? text : text[..CutAt(text)] + " …";

    private IEnumerable<string> Values(Feature feature, ExplainedRecord explained)
    {
        var record = explained.Record;
        return feature switch
        {
            Feature.Isbn => Identifiers(record, IdentifierKind.Isbn),
            Feature.Issn => Identifiers(record, IdentifierKind.Issn),
            Feature.Title when record.Title.Proper.Length > 0 => [RecordLines.Title(record, _words)],
            Feature.OriginalScript => Only(record.Title.OriginalScript),
            Feature.Volume or Feature.Course or Feature.Companion => explained.Features.Parts
                .Where(part => PartComparison.FeatureOf(part.Key) == feature).OrderBy(part => part.Key).Select(part => texts.Name(part.Key, part.Value)),
            Feature.Author => record.Contributors.Count > 0 ? record.Contributors.Select(name => RecordLines.Contributor(name, _words)) : Only(record.Responsibility),
            Feature.Year => Only(record.Year?.ToString(CultureInfo.InvariantCulture)),
            Feature.Publisher => record.Publications.SelectMany(publication => Only(publication.Publisher)),
            Feature.Place => record.Publications.SelectMany(publication => Only(publication.Place)),
            Feature.Series => record.Series.Select(RecordLines.Series),
            Feature.Edition => Only(record.Edition),
            Feature.Pages => Only(record.Extent?.Text),
            Feature.Volumes when explained.Features.Volumes < 0 => [_words["match.volumes.several"]],
            Feature.Language => record.Languages.Select(_words.LanguageName),
            Feature.Format when record.Format != ResourceFormat.Unknown => [RecordLines.FormatName(record.Format, _words)],
            _ => [],
        };
    }

    private IEnumerable<string> Identifiers(BibRecord record, IdentifierKind kind) =>
        record.Identifiers.Where(identifier => identifier.Kind == kind).Select(identifier => RecordLines.Identifier(identifier, _words));

    private static IEnumerable<string> Only(string? value) => value is null ? [] : [value];

    // Not between the two halves of one character.
    private static int CutAt(string text) => char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters;
}
