namespace UnionCatalog.FullText.Queries;

/// <summary>Refuses a plan before it is run, so that an empty index refuses it as well.</summary>
internal sealed class PlanCheck(IndexSchema schema)
{
    private int _clauses;
    private int _patterns;

    /// <exception cref="UnknownFieldException">The plan names a field or column that the schema has not.</exception>
    /// <exception cref="IndexLimitException">It goes beyond a limit.</exception>
    /// <exception cref="EmptyQueryException">A part of the query looks for nothing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or not a number.</exception>
    public static void Check(IndexSchema schema, SearchPlan plan)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(plan.Offset);
        ArgumentOutOfRangeException.ThrowIfNegative(plan.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Budget ?? TimeSpan.Zero, TimeSpan.Zero);
        IndexLimitException.ThrowIfBeyond((long)plan.Offset + plan.Count, IndexLimits.Reach, "The last hit that is asked for");
        IndexLimitException.ThrowIfBeyond(plan.Sort.Count, IndexLimits.Sorts, "The columns to sort by");
        IndexLimitException.ThrowIfBeyond(plan.Facets.Count, IndexLimits.Columns, "The columns to count");
        IndexLimitException.ThrowIfBeyond(plan.Filters.Count + plan.NumberFilters.Count, IndexLimits.Columns, "The filters of a search");
        new PlanCheck(schema).Check(plan.Query, depth: 1);
        foreach (var filter in plan.Filters)
        {
            CheckValues(schema, filter.Column, filter.Values);
        }

        foreach (var filter in plan.NumberFilters)
        {
            schema.ColumnAt(filter.Column, typeof(Column.Number));
        }

        foreach (var facet in plan.Facets)
        {
            schema.ColumnAt(facet.Column, typeof(Column.Facet), typeof(Column.Number));
            ArgumentOutOfRangeException.ThrowIfNegative(facet.Top);
        }

        foreach (var by in plan.Sort)
        {
            _ = by.Column is null ? 0 : schema.ColumnAt(by.Column, typeof(Column.Number), typeof(Column.SortKey));
        }

        if (plan.StaticBoost is { } boost)
        {
            schema.ColumnAt(boost.Column, typeof(Column.Number));
            CheckFactor(boost.Factor);
        }
    }

    private void Check(Query query, int depth)
    {
        ArgumentNullException.ThrowIfNull(query);
        IndexLimitException.ThrowIfBeyond(depth, IndexLimits.Depth, "The depth to which a query is nested");
        CountClauses(1);
        switch (query)
        {
            case Query.Term term:
                CheckTerms(query, term.Field, term.Value);
                break;
            case Query.Word word:
                CheckForms(word);
                break;
            case Query.Terms terms:
                CheckTerms(query, terms.Field, [.. terms.Values]);
                ArgumentOutOfRangeException.ThrowIfLessThan(terms.AtLeast, 1);
                break;
            case Query.Phrase phrase:
                CheckTerms(query, phrase.Field, [.. phrase.Values]);
                ArgumentOutOfRangeException.ThrowIfNegative(phrase.Slop);
                IndexLimitException.ThrowIfBeyond(phrase.Slop, IndexLimits.Slop, "The slop of a phrase");
                break;
            case Query.Prefix prefix:
                CheckPattern(query, prefix.Field, prefix.Start);
                break;
            case Query.Wildcard wildcard:
                CheckPattern(query, wildcard.Field, wildcard.Pattern);
                break;
            case Query.Fuzzy fuzzy:
                CheckPattern(query, fuzzy.Field, fuzzy.Value);
                FuzzyCheck.CheckDistance(fuzzy.Edits, fuzzy.SamePrefix);
                break;
            case Query.Range range:
                schema.ColumnAt(range.Column, typeof(Column.Number));
                break;
            case Query.In within:
                CheckValues(schema, within.Column, within.Values);
                break;
            default:
                CheckParts(query, depth);
                break;
        }
    }

    private void CheckParts(Query query, int depth)
    {
        switch (query)
        {
            case Query.Boost boost:
                CheckFactor(boost.Factor);
                break;
            case Query.AnyOf any:
                ArgumentOutOfRangeException.ThrowIfLessThan(any.AtLeast, 1);
                break;
        }

        foreach (var part in PartsOf(query))
        {
            Check(part, depth + 1);
        }
    }

    private static IReadOnlyList<Query> PartsOf(Query query) => query switch
    {
        Query.AllOf all => all.Parts,
        Query.AnyOf any => any.Parts,
        Query.BestOf best => best.Parts,
        Query.Except except => [except.Wanted, except.Unwanted],
        Query.Not not => [not.Inner],
        Query.Boost boost => [boost.Inner],
        _ => [],
    };

    private void CheckForms(Query.Word word)
    {
        CountClauses(word.Forms.Count);
        if (word.Forms.Count == 0)
        {
            throw new EmptyQueryException("a word without a form");
        }

        foreach (var form in word.Forms)
        {
            CheckTerms(form, form.Field, form.Value);
        }
    }

    private void CheckTerms(Query query, string field, params ReadOnlySpan<string> terms)
    {
        schema.FieldAt(field);
        CountClauses(terms.Length - 1);
        var isEmpty = terms.IsEmpty;
        foreach (var term in terms)
        {
            isEmpty |= term.Length == 0;
        }

        if (isEmpty)
        {
            throw new EmptyQueryException($"{query.GetType().Name} in {field}");
        }
    }

    private void CheckPattern(Query query, string field, string pattern)
    {
        CheckTerms(query, field, pattern);
        IndexLimitException.ThrowIfBeyond(++_patterns, IndexLimits.Patterns, "The prefixes, wildcards and fuzzy terms of a query");
        FuzzyCheck.CheckLength(pattern);
    }

    private void CountClauses(int more)
    {
        _clauses += more;
        IndexLimitException.ThrowIfBeyond(_clauses, IndexLimits.Clauses, "The parts of a query");
    }

    private static void CheckValues(IndexSchema schema, string column, IReadOnlyCollection<string> values)
    {
        schema.ColumnAt(column, typeof(Column.Facet), typeof(Column.Number));
        IndexLimitException.ThrowIfBeyond(values.Count, IndexLimits.FilterValues, "The values of a filter");
    }

    private static void CheckFactor(float factor)
    {
        if (!float.IsFinite(factor) || factor < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "A factor is a finite number, 0 or more.");
        }
    }
}
