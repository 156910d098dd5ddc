using System.Xml;
using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>One reply of a server, whatever was asked: what is not in it is empty.</summary>
internal sealed class SruReply
{
    /// <summary>Whether anything is in it that could be an answer.</summary>
    public bool HasAnswer { get; set; }

    /// <summary>How many records the query finds (numberOfRecords); null where the server does not say.</summary>
    public long? Size { get; set; }

    /// <summary>Whether <see cref="Size"/> is exact; SRU 2.0 may say that it is not (resultCountPrecision).</summary>
    public bool IsExact { get; set; } = true;

    /// <summary>Where the list goes on by the server's own account (nextRecordPosition); null where it does not say.</summary>
    public long? Next { get; set; }

    public List<SruRecord> Records { get; } = [];

    /// <summary>What the server says of the whole request.</summary>
    public List<SruDiagnostic> Diagnostics { get; } = [];

    /// <summary>The schemas in which explain says that it gives records.</summary>
    public List<SruSchema> Schemas { get; } = [];

    /// <summary>Whether the page was not well-formed and had to be mended.</summary>
    public bool IsMended { get; set; }

    /// <summary>What is wrong with a page that came whole and is past mending; null for all others.</summary>
    public SruBrokenPage? Broken { get; init; }

    /// <summary>Whether, and how, the server says that it does not give records in the schema asked for; some say it of each record.</summary>
    public SruDiagnostic? SchemaRefusal =>
        Records.Count == 0 ? Diagnostics.Find(diagnostic => diagnostic.IsOfSchema)
        : Records.TrueForAll(record => record.Diagnostic is { IsOfSchema: true }) ? Records[0].Diagnostic
        : null;
}

/// <summary>A page that is not well-formed.</summary>
/// <param name="Error">Why.</param>
/// <param name="Bytes">The page, or as much of it as is kept of a record.</param>
internal sealed record SruBrokenPage(XmlException Error, ReadOnlyMemory<byte> Bytes);

/// <summary>A record as a list gives it.</summary>
internal sealed record SruRecord
{
    /// <summary>The server's own name of the record (recordIdentifier); null for most.</summary>
    public string? Identifier { get; init; }

    /// <summary>Its place in the whole list, from 1; null where the server does not say.</summary>
    public long? Position { get; init; }

    /// <summary>The record itself; null where none came.</summary>
    public OaiMetadata? Metadata { get; init; }

    /// <summary>What came in the record's place (a surrogate diagnostic); null for a record.</summary>
    public SruDiagnostic? Diagnostic { get; init; }

    /// <summary>Of explain: the schemas in which the server says that it gives records.</summary>
    public IReadOnlyList<SruSchema> Schemas { get; init; } = [];

    /// <summary>Of a record that cannot be read: why, and how it came; null for all others.</summary>
    public BrokenRecord? Broken { get; init; }
}

/// <summary>A schema that explain lists, by the short name and the URI that it goes by.</summary>
internal sealed record SruSchema(string Name, string Identifier);

/// <summary>What is wrong, by the standard's list of diagnostics (SRU 1.2, "SRU Diagnostics"; 2.0, appendix C).</summary>
/// <param name="Code">The number in that list; null for one of another list.</param>
/// <param name="Details">What exactly, such as the index that is not known.</param>
/// <param name="Message">The server's words.</param>
internal sealed record SruDiagnostic(int? Code, string Details, string Message)
{
    /// <summary>Whether the same request may well succeed in a moment.</summary>
    public bool IsPassing => Code is 1 or 2;

    /// <summary>Whether the records cannot be had in the schema asked for.</summary>
    public bool IsOfSchema => Code is 66 or 67;

    /// <summary>Whether the query finds more than the server can find at once; of what it gives, nothing says that it is all.</summary>
    public bool IsTooMany => Code is 58 or 59 or 60;

    /// <summary>Whether the list does not go so far. Servers that cap their lists say this of positions that they have.</summary>
    public bool IsOutOfRange => Code is 61 or 6;

    public override string ToString() => Faults.Shorten(string.Join(": ", ((string[])[Message, Details]).Where(part => part.Length > 0)
        .DefaultIfEmpty($"diagnostic {Code}")));
}
