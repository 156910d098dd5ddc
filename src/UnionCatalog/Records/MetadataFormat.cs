namespace UnionCatalog.Records;

/// <summary>The formats in which a member's record can arrive.</summary>
public enum MetadataFormat
{
    /// <summary>Unqualified Dublin Core in the OAI-PMH container (OAI-PMH 2.0, section 4.1).</summary>
    OaiDc = 0,

    /// <summary>MARC 21 in XML (http://www.loc.gov/MARC21/slim).</summary>
    MarcXml = 1,

    /// <summary>MARC 21 in the exchange format of ISO 2709.</summary>
    Iso2709 = 2,

    /// <summary>MODS version 3 (http://www.loc.gov/mods/v3).</summary>
    Mods = 3,

    /// <summary>A row of a table: one JSON object in UTF-8, as <see cref="Rows.RowDocument"/> writes it.</summary>
    Row = 4,

    /// <summary>A biblio as SLiMS's upload sends it, one UTF-8 JSON object.</summary>
    Slims = 5,
}
