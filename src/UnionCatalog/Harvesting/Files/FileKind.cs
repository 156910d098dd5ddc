namespace UnionCatalog.Harvesting.Files;

/// <summary>The kinds of file that are read.</summary>
public enum FileKind
{
    /// <summary>MARC 21 in ISO 2709.</summary>
    Iso2709,

    /// <summary>XML with records in it: MARCXML, MODS, or what an OAI-PMH provider answered.</summary>
    Xml,

    /// <summary>A table: delimited text.</summary>
    Table,
}
