namespace UnionCatalog.FullText.Postings;

/// <summary>How long a field is over many documents.</summary>
/// <param name="Documents">How many documents have the field.</param>
/// <param name="Terms">The sum of their rounded lengths.</param>
internal readonly record struct FieldTotals(int Documents, long Terms)
{
    /// <summary>The average length; 1 when no document has the field.</summary>
    public double Average => Documents == 0 ? 1 : (double)Terms / Documents;

    public static FieldTotals operator +(FieldTotals one, FieldTotals other) => new(one.Documents + other.Documents, one.Terms + other.Terms);
}
