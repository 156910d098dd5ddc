using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>A search as a line that can be read, and typed again as a test.</summary>
internal static class PlanText
{
    public static string Show(SearchPlan plan)
    {
        var parts = new List<string> { Show(plan.Query) };
        parts.AddRange(plan.Filters.Select(filter => $"filter {filter.Column} in [{string.Join(", ", filter.Values)}]"));
        parts.AddRange(plan.NumberFilters.Select(filter => $"filter {filter.Column} {filter.From}..{filter.To}"));
        parts.AddRange(plan.Facets.Select(facet => $"count {facet.Column} top {facet.Top} by {facet.Order}"));
        parts.AddRange(plan.Sort.Select(by => $"sort {by.Column ?? "score"}{(by.Descending ? " down" : " up")}"));
        if (plan.StaticBoost is { } boost)
        {
            parts.Add($"boost {boost.Column} x {boost.Factor}");
        }

        return $"{string.Join("; ", parts)}; {plan.Offset}+{plan.Count}";
    }

    public static string Show(Query query) => query switch
    {
        Query.Everything => "everything",
        Query.Nothing => "nothing",
        Query.Term term => $"{term.Field}:{term.Value}",
        Query.Word word => $"word({string.Join(' ', word.Forms.Select(Show))})",
        Query.Terms terms => $"{terms.Field}:[{string.Join(' ', terms.Values)}]>={terms.AtLeast}",
        Query.Phrase phrase => $"{phrase.Field}:\"{string.Join(' ', phrase.Values)}\"{(phrase.Slop > 0 ? $"~{phrase.Slop}" : "")}",
        Query.Prefix prefix => $"{prefix.Field}:{prefix.Start}*",
        Query.Wildcard wildcard => $"{wildcard.Field}:wild {wildcard.Pattern}",
        Query.Fuzzy fuzzy => $"{fuzzy.Field}:{fuzzy.Value}~{fuzzy.Edits}/{fuzzy.SamePrefix}",
        Query.Range range => $"{range.Column}:{range.From}..{range.To}",
        Query.In among => $"{among.Column} in [{string.Join(", ", among.Values)}]",
        Query.AllOf all => $"all({string.Join(' ', all.Parts.Select(Show))})",
        Query.AnyOf any => $"any{(any.AtLeast > 1 ? $">={any.AtLeast}" : "")}({string.Join(' ', any.Parts.Select(Show))})",
        Query.BestOf best => $"best({string.Join(' ', best.Parts.Select(Show))})",
        Query.Except except => $"except({Show(except.Wanted)} not {Show(except.Unwanted)})",
        Query.Not not => $"not({Show(not.Inner)})",
        Query.Boost boost => $"boost({Show(boost.Inner)} x {boost.Factor})",
        _ => throw new NotSupportedException(query.ToString()),
    };
}
