namespace UnionCatalog.FullText.Postings;

internal readonly record struct FieldTotals(int Documents, long Terms);
