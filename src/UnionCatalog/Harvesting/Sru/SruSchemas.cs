namespace UnionCatalog.Harvesting.Sru;

/// <summary>Which of a server's record schemas are asked for.</summary>
internal static class SruSchemas
{
    /// <summary>Asked for where explain lists none: the names that most servers have.</summary>
    private static readonly string[] Usual = ["marcxml", "mods", "dc"];

    private static readonly Predicate<SruSchema>[] Preferred =
    [
        schema => Says(schema, "marcxml", "marc21") && !Says(schema, "unimarc", "authorit", "holding"),
        schema => Says(schema, "mods"),
        schema => Says(schema, "oai_dc", "dublincore", "/dc-") || schema.Name.Equals("dc", StringComparison.OrdinalIgnoreCase),
    ];

    /// <summary>The names to ask for in turn, the richest format first: MARC, then MODS, then Dublin Core. Empty where a server has others only.</summary>
    public static IReadOnlyList<string> Choose(IReadOnlyList<SruSchema> offered) => offered.Count == 0
        ? Usual
        : [.. Preferred
            .Select(fits => offered.Where(schema => fits(schema)).MinBy(Rank))
            .OfType<SruSchema>()
            .Select(schema => schema.Name.Length > 0 ? schema.Name : schema.Identifier)
            .Distinct()];

    /// <summary>The usual name first, then the plainest: "MARC21-xml" before "MARC21plus-1-xml".</summary>
    private static int Rank(SruSchema schema) => Usual.Contains(schema.Name) ? 0 : schema.Name.Length;

    private static bool Says(SruSchema schema, params string[] marks) => Array.Exists(
        marks, mark => $"{schema.Name} {schema.Identifier}".Contains(mark, StringComparison.OrdinalIgnoreCase));
}
