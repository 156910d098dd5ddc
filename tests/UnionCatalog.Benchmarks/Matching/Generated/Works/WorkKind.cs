namespace UnionCatalog.Benchmarks.Matching.Generated.Works;

/// <summary>What kinds of works there are, each with editions that are easily taken for one another.</summary>
internal enum WorkKind
{
    Fiction,
    NonFiction,
    Schoolbook,
    Thematic,
    Comic,
    Volumes,
    ChildrensSeries,
    Kitab,
    Translated,
    EnglishTextbook,
    CommonTitle,
    OldBook,
    Serial,
}
