using System.Globalization;
using UnionCatalog.Matching.Features;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Comparison;

/// <summary>Compares two records feature by feature.</summary>
internal static class FeatureComparison
{
    // Libraries count pages differently: unnumbered leaves, plates, the index.
    private const double PagesApart = 0.1;

    /// <summary>One piece of evidence for every <see cref="Feature"/>, in their order.</summary>
    public static IReadOnlyList<Evidence> Compare(MatchFeatures left, MatchFeatures right) =>
    [
        Sets(Feature.Isbn, left.Isbns, right.Isbns),
        Sets(Feature.Issn, left.Issns, right.Issns),
        new(Feature.Title, TitleComparison.Compare(left.Title, right.Title), Show(left.Title), Show(right.Title)),
        Values(Feature.OriginalScript, left.Title.Script, right.Title.Script),
        PartComparison.Compare(left.Parts, right.Parts),
        Authors(left, right),
        Values(Feature.Year, left.Year?.ToString(CultureInfo.InvariantCulture), right.Year?.ToString(CultureInfo.InvariantCulture)),
        Publishers(left.Publishers, right.Publishers),
        Series(left.Series, right.Series),
        Editions(left.Edition, right.Edition),
        Pages(left.Pages, right.Pages),
        Sets(Feature.Language, left.Languages, right.Languages),
        Values(Feature.Format, Known(left.Format), Known(right.Format)),
    ];

    private static Evidence Sets(Feature feature, IReadOnlyCollection<string> left, IReadOnlyCollection<string> right)
    {
        var agreement = left.Count == 0 || right.Count == 0 ? Agreement.Unknown : Of(left.Any(right.Contains));
        return new(feature, agreement, string.Join(' ', left), string.Join(' ', right));
    }

    private static Evidence Values(Feature feature, string? left, string? right) =>
        new(feature, left is null || right is null ? Agreement.Unknown : Of(left == right), left ?? "", right ?? "");

    private static Evidence Authors(MatchFeatures left, MatchFeatures right)
    {
        var agreement = (left.Names.Count == 0 && left.Responsibility.Count == 0) || (right.Names.Count == 0 && right.Responsibility.Count == 0)
            ? Agreement.Unknown
            : Of(HasMainOf(left, right) || HasMainOf(right, left) || SameStatement(left, right));
        return new(Feature.Author, agreement, string.Join(", ", left.Names), string.Join(", ", right.Names));
    }

    private static bool HasMainOf(MatchFeatures one, MatchFeatures other) =>
        one.Names.Count > 0 && (other.Names.Any(one.Names[0].Agrees) || one.Names[0].StandsIn(other.Responsibility));

    private static bool SameStatement(MatchFeatures left, MatchFeatures right) =>
        left.Names.Count == 0 && right.Names.Count == 0 && left.Responsibility.SetEquals(right.Responsibility);

    private static Evidence Publishers(IReadOnlyList<PublisherFeature> left, IReadOnlyList<PublisherFeature> right)
    {
        var agreement = left.Count == 0 || right.Count == 0
            ? Agreement.Unknown
            : Of(left.Any(one => right.Any(one.Agrees)));
        return new(Feature.Publisher, agreement, string.Join(", ", left.Select(one => one.Name)), string.Join(", ", right.Select(one => one.Name)));
    }

    private static Evidence Series(IReadOnlyList<SeriesFeature> left, IReadOnlyList<SeriesFeature> right)
    {
        var agreement = left.Count == 0 || right.Count == 0
            ? Agreement.Unknown
            : Of(left.Any(one => right.Any(one.Agrees)));
        return new(Feature.Series, agreement, string.Join(", ", left), string.Join(", ", right));
    }

    private static Evidence Editions(EditionStatement left, EditionStatement right) =>
        Values(Feature.Edition, left.Number, right.Number) with { Left = left.ToString(), Right = right.ToString() };

    private static Evidence Pages(PageCounts? left, PageCounts? right)
    {
        if (left is null || right is null)
        {
            return new(Feature.Pages, Agreement.Unknown, left?.ToString() ?? "", right?.ToString() ?? "");
        }

        return new(Feature.Pages, Of(left.Distance(right) <= PagesApart * Math.Max(left.Main, right.Main)), left.ToString(), right.ToString());
    }

    private static string? Known(ResourceFormat format) => format == ResourceFormat.Unknown ? null : format.ToString();

    private static string Show(TitleFeature title) => title.Rest.Length == 0 ? title.Proper : $"{title.Proper} : {title.Rest}";

    private static Agreement Of(bool agrees) => agrees ? Agreement.Agree : Agreement.Disagree;
}
