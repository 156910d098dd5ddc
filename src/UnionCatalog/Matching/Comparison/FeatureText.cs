using System.Globalization;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Comparison;

/// <summary>The value of a feature as it is compared, for a person to read; empty when the record has none.</summary>
internal static class FeatureText
{
    public static string Of(Feature feature, MatchFeatures features) => feature switch
    {
        Feature.Isbn => string.Join(' ', features.Isbns.Concat(features.InvalidIsbns.Select(isbn => isbn + "?"))),
        Feature.Issn => string.Join(' ', features.Issns),
        Feature.Number => string.Join(' ', features.Numbers),
        Feature.Title => Title(features),
        Feature.OriginalScript => features.Title.Script ?? "",
        Feature.Volume or Feature.Course or Feature.Companion => PartComparison.Show(features.Parts, feature),
        Feature.Author => features.Names.Count > 0 ? string.Join("; ", features.Names) : string.Join(' ', features.Responsibility.Order(StringComparer.Ordinal)),
        Feature.Year => string.Join(", ", features.Years.Select(year => year.ToString(CultureInfo.InvariantCulture))),
        Feature.Publisher => string.Join("; ", features.Publishers.Select(publisher => publisher.Name)),
        Feature.Place => string.Join(' ', features.Places),
        Feature.Series => string.Join("; ", features.Series),
        Feature.Edition => features.Edition.ToString(),
        Feature.Pages => features.Pages?.ToString() ?? "",
        Feature.Volumes => features.Volumes switch { 0 => "", < 0 => "several", var count => count.ToString(CultureInfo.InvariantCulture) },
        Feature.Language => string.Join(' ', features.Languages),
        _ => features.Format == ResourceFormat.Unknown ? "" : features.Format.ToString(),
    };

    private static string Title(MatchFeatures features)
    {
        var (proper, rest) = (string.Join(' ', features.Title.ProperWords), string.Join(' ', features.Title.RestWords));
        return rest.Length == 0 ? proper : $"{proper} : {rest}";
    }
}
