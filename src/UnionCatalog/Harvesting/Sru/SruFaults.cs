using System.Globalization;
using System.Net;
using System.Xml;
using UnionCatalog.Causes;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>What goes wrong with SRU only; <see cref="Faults"/> has the rest.</summary>
internal static class SruFaults
{
    /// <summary>Why a record without bytes is set aside.</summary>
    public const string Empty = "The record came empty. Ask the member's administrator to open and save it in the library system.";

    /// <summary>Why a record is set aside of which only the beginning was kept.</summary>
    public const string TooLarge = "The record is larger than is stored here; only its beginning was kept. Look for a file or picture pasted into a field.";

    /// <summary>Why a record is set aside that could not be told from a new one the next time.</summary>
    public const string NoIdentifier =
        "The record has no number of its own (MARC 001, MODS recordIdentifier, dc:identifier), so it could not be recognised the next time. Ask the member's administrator for a record schema that has it.";

    public static MemberFault WebPage() => new(KnownCauses.SruWebPage()) { IsRefusal = true };

    public static MemberFault NotSru(string root) => new(KnownCauses.NotSru(Faults.Shorten(root)));

    public static MemberFault HasDtd(XmlException error) => new(KnownCauses.SruHasDtd(), error);

    public static MemberFault Status(Uri address, HttpStatusCode status, TimeSpan? retryAfter, string? title) => (int)status switch
    {
        401 or 403 => new(KnownCauses.SruForbidden(address.Authority, (int)status)),
        404 or 410 => new(KnownCauses.SruNoPage(address.GetLeftPart(UriPartial.Path), (int)status)),
        _ => Faults.Status(address, status, retryAfter, title),
    };

    /// <summary>What a server says of a whole request.</summary>
    public static MemberFault Protocol(SruDiagnostic diagnostic, string query) => new(CauseOf(diagnostic, query, diagnostic.ToString())) { IsPassing = diagnostic.IsPassing };

    public static MemberFault NoSchema(IEnumerable<string> asked) => new(KnownCauses.SruNoSchema(Faults.Shorten(string.Join(", ", asked))));

    public static MemberFault Changed(long before, long now) => new(KnownCauses.ListChanged(before, now));

    public static MemberFault Repeats(long position) => new(KnownCauses.PagesRepeat(position));

    /// <summary>The server caps its list, and nothing is configured by which it could be asked for in parts.</summary>
    public static MemberFault Capped(long served, long size) => new(KnownCauses.ListCapped(served, size));

    public static MemberFault TooMany(SruDiagnostic said) => new(KnownCauses.SruTooMany(said.ToString()));

    public static MemberFault Withholds(long size) => new(KnownCauses.SruWithholds(size));

    /// <summary>A part of the list is too large for the server still, and cannot be parted any further.</summary>
    public static MemberFault CannotPart(string index, SruRange part) => new(KnownCauses.SruCannotPart(index, part.Prefix));

    public static MemberFault NoRangeSearch(string index, SruDiagnostic said) => new(KnownCauses.SruNoRangeSearch(index, said.ToString()));

    /// <summary>Why a record is set aside in whose place something else came.</summary>
    public static string Withheld(SruDiagnostic said) =>
        $"The member's server did not give this record. Ask the member's administrator to open and save it in the library system. It said: {said}.";

    /// <summary>Why a record is set aside in whose place nothing came.</summary>
    public static string NotHere(long position) => string.Create(
        CultureInfo.InvariantCulture,
        $"The member's server counts a record at position {position:#,0} of its list, but did not send it. Ask the member's administrator to look at the server's error log.");

    /// <summary>Why the second of two records is set aside.</summary>
    public static string SameIdentifier(string identifier) =>
        $"Another record of the same list has the same identifier ({Faults.Shorten(identifier)}). Ask the member's administrator to give each record a number of its own, or to delete one of the two.";

    /// <summary>Why a record is set aside that is none of the formats.</summary>
    public static string UnknownFormat(string root) =>
        $"The record is in a format that is not read here (<{Faults.Shorten(root)}>). Check recordSchema in the member's configuration.";

    private static Cause CauseOf(SruDiagnostic diagnostic, string query, string said) => diagnostic.Code switch
    {
        1 or 2 => KnownCauses.SruInTrouble(said),
        3 or 68 or 69 => KnownCauses.SruNotAllowed(said),
        4 => KnownCauses.SruRequestUnknown(said),
        5 => KnownCauses.SruVersionRefused(said),
        >= 10 and < 50 => KnownCauses.SruQueryRefused(Faults.Shorten(query), said),
        66 or 67 => KnownCauses.SruSchemaRefused(said),
        _ => KnownCauses.ProtocolError(said),
    };
}
