namespace UnionCatalog.Records;

/// <summary>Where a source's records keep their items. A preset, overridden key by key by the member's configuration.</summary>
public sealed record HoldingsMapping
{
    /// <summary>The MARC field that repeats once an item, three digits; null when the source has none.</summary>
    public string? ItemTag { get; init; }

    /// <summary>Subfields of the branch; the first that is not empty counts.</summary>
    public string Branch { get; init; } = "";

    /// <summary>Subfields of the shelf location; the first that is not empty counts.</summary>
    public string ShelfLocation { get; init; } = "";

    /// <summary>Subfields of the call number, joined by a space in this order.</summary>
    public string CallNumber { get; init; } = "";

    /// <summary>Subfields of the barcode; the first that is not empty counts.</summary>
    public string Barcode { get; init; } = "";

    /// <summary>Subfields of the public note; the first that is not empty counts.</summary>
    public string Note { get; init; } = "";

    /// <summary>
    /// Subfield code → the status it means when it is there, not empty and not "0". The first that holds counts;
    /// an item with none of them is <see cref="ItemStatus.Available"/>.
    /// </summary>
    public IReadOnlyDictionary<string, ItemStatus> StatusFlags { get; init; } = new Dictionary<string, ItemStatus>();

    /// <summary>The subfield whose value is looked up in <see cref="StatusWords"/>; empty when there is none.</summary>
    public string Status { get; init; } = "";

    /// <summary>A value of the <see cref="Status"/> subfield, compared without case → the status it means.</summary>
    public IReadOnlyDictionary<string, ItemStatus> StatusWords { get; init; } = new Dictionary<string, ItemStatus>();

    /// <summary>
    /// Fields and subfields of the record's own call number, such as "090ab" or "084a", tried in order where there is
    /// no item field or an item has no call number of its own.
    /// </summary>
    public IReadOnlyList<string> RecordCallNumber { get; init; } = ["852hi", "090ab", "099a", "084a", "082a"];

    /// <summary>Whether a bare dc:identifier that is neither a URL nor an ISBN is the call number, as SLiMS writes it.</summary>
    public bool CallNumberInIdentifier { get; init; }

    /// <summary>Whether the bare dc:identifiers that are left then are the barcodes of items.</summary>
    public bool BarcodesInIdentifier { get; init; }

    /// <summary>Whether dc:hasPart (and dcterms:hasPart) holds item barcodes, as SLiMS's oai.php writes them.</summary>
    public bool BarcodesInHasPart { get; init; }
}
