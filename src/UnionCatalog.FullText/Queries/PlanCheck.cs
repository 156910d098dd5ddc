using System.Runtime.CompilerServices;

namespace UnionCatalog.FullText.Queries;

/// <summary>
/// Refuses a plan before it is run, so that an empty index refuses it as well. Facets and sorts are looked up anyway.
/// </summary>
internal static class PlanCheck
{
    /// <exception cref="UnknownFieldException">The plan names a field or column that the schema has not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Offset or count is out of bounds.</exception>
    public static void Check(IndexSchema schema, SearchPlan plan)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(plan.Offset);
        ArgumentOutOfRangeException.ThrowIfNegative(plan.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)plan.Offset + plan.Count, SearchPlan.MaximumReach);
        Check(schema, plan.Query);
        foreach (var filter in plan.Filters)
        {
            schema.ColumnAt(filter.Column, typeof(Column.Facet), typeof(Column.Number));
        }

        foreach (var filter in plan.NumberFilters)
        {
            schema.ColumnAt(filter.Column, typeof(Column.Number));
        }
    }

    private static void Check(IndexSchema schema, Query query)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (query)
        {
            case Query.Term term:
                schema.FieldAt(term.Field);
                break;
            case Query.Phrase phrase:
                schema.FieldAt(phrase.Field);
                break;
            case Query.Prefix prefix:
                schema.FieldAt(prefix.Field);
                break;
            case Query.Range range:
                schema.ColumnAt(range.Column, typeof(Column.Number));
                break;
            default:
                foreach (var part in Parts(query))
                {
                    Check(schema, part);
                }

                break;
        }
    }

    private static IReadOnlyList<Query> Parts(Query query) => query switch
    {
        Query.AllOf all => all.Parts,
        Query.AnyOf any => any.Parts,
        Query.BestOf best => best.Parts,
        Query.Except except => [except.Wanted, except.Unwanted],
        Query.Boost boost => [boost.Inner],
        _ => [],
    };
}
