using UnionCatalog.Exporting.Citing;

namespace UnionCatalog.Server.Pages;

/// <summary>What the styles of reference are called, in every language alike.</summary>
internal static class CitationNames
{
    public static string Of(CitationStyle style) => style switch
    {
        CitationStyle.Apa => "APA 7",
        CitationStyle.Mla => "MLA 9",
        CitationStyle.Chicago => "Chicago 17",
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };
}
