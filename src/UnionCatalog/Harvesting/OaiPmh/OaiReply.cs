using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>One reply of a provider, whatever the verb: what is not in it is empty.</summary>
internal sealed class OaiReply
{
    /// <summary>The member's clock (OAI-PMH 2.0, section 3.2).</summary>
    public DateTimeOffset? ResponseDate { get; set; }

    /// <summary>Whether the element named after the verb is there, be it empty.</summary>
    public bool HasAnswer { get; set; }

    public List<OaiError> Errors { get; } = [];

    public OaiIdentity? Identity { get; set; }

    public List<OaiFormat> Formats { get; } = [];

    /// <summary>The paths of its sets (section 4.6).</summary>
    public List<string> Sets { get; } = [];

    public List<OaiRecord> Records { get; } = [];

    /// <summary>Null where the list is given whole; with an empty value on its last page (section 3.5).</summary>
    public ResumptionToken? Token { get; set; }

    /// <summary>Whether the page was not well-formed, and its records were cut out of it one by one.</summary>
    public bool IsMended { get; set; }

    /// <summary>Whether the page broke off before its end, and the list with it.</summary>
    public bool IsCut { get; set; }

    /// <summary>The request that it answers.</summary>
    public OaiRequest? Request { get; set; }

    /// <summary>Whether the member may not have understood the request as it was written.</summary>
    public bool IsRefusal => Errors is [{ Code: "badResumptionToken" or "badArgument" or "noRecordsMatch" }, ..];
}

/// <summary>An error or exception condition (section 3.6).</summary>
internal sealed record OaiError(string Code, string Message)
{
    public override string ToString() => Faults.Shorten(Message.Length == 0 ? Code : $"{Code}: {Message}");
}

/// <summary>What a provider says of itself (section 4.2), as far as it is needed.</summary>
/// <param name="HasDays">Whether "from" must be a day without a time.</param>
/// <param name="KeepsDeletions">Whether it says that it keeps track of every deletion for good (section 2.5.1).</param>
internal sealed record OaiIdentity(bool HasDays, bool KeepsDeletions);

/// <summary>A format that a provider offers (section 4.4).</summary>
internal sealed record OaiFormat(string Prefix, string Schema, string Namespace);

/// <summary>Where a list goes on (section 3.5).</summary>
/// <param name="Value">The token exactly as received.</param>
/// <param name="ListSize">completeListSize.</param>
internal sealed record ResumptionToken(string Value, long? ListSize);

/// <summary>A record as a list gives it (section 2.5).</summary>
/// <param name="Identifier">Empty where the header has none.</param>
/// <param name="Datestamp">Null where the header has none that can be read.</param>
/// <param name="IsDeleted">Whether the provider has it no more.</param>
/// <param name="Metadata">The first element inside &lt;metadata&gt;; null where there is none.</param>
internal sealed record OaiRecord(string Identifier, DateTimeOffset? Datestamp, bool IsDeleted, OaiMetadata? Metadata)
{
    /// <summary>Of a record that is not well-formed: why, and how it came; null for all others.</summary>
    public BrokenRecord? Broken { get; init; }
}

/// <summary>A record of a broken page that could not be read.</summary>
internal sealed record BrokenRecord(string Reason, ReadOnlyMemory<byte> Bytes);

/// <summary>A record's metadata as a document of its own.</summary>
/// <param name="Root">The name of its root element.</param>
/// <param name="Bytes">XML in UTF-8 without a declaration; where <paramref name="IsCut"/>, only the beginning.</param>
/// <param name="IsCut">Whether it was larger than allowed.</param>
internal sealed record OaiMetadata(XmlQualifiedName Root, ReadOnlyMemory<byte> Bytes, bool IsCut);
