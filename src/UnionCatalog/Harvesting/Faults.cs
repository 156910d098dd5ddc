using System.Net;
using System.Net.Sockets;
using System.Xml;
using UnionCatalog.Causes;
using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting;

/// <summary>What goes wrong at members: which cause of the catalogue each is, and what may be done about it at once.</summary>
internal static class Faults
{
    public static MemberFault Connection(Uri address, HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => Passing(KnownCauses.NameNotFound(address.Host), error),
        HttpRequestError.SecureConnectionError => new(KnownCauses.NoSecureConnection(address.Authority), error),
        HttpRequestError.ConnectionError when error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            Passing(KnownCauses.Refused(address.Authority), error),
        HttpRequestError.ConnectionError => Passing(KnownCauses.Unreachable(address.Authority), error),
        HttpRequestError.ResponseEnded => Cut(address, error),
        _ => Passing(KnownCauses.NotAWebServer(address.Authority, Shorten(error.Message)), error),
    };

    public static MemberFault Cut(Uri address, Exception error) => Passing(KnownCauses.Cut(address.Authority), error);

    public static MemberFault Garbled(Uri address, Exception error) => Passing(KnownCauses.Garbled(address.Authority), error);

    public static MemberFault Redirected(Uri address) => new(KnownCauses.Redirected(address.Authority));

    public static MemberFault TimedOut(Uri address, TimeSpan limit, Exception error) => Passing(KnownCauses.TimedOut(address.Authority, limit), error);

    public static MemberFault Resting(Uri address, TimeSpan rest, Exception error) => new(
        KnownCauses.Resting(address.Authority, rest, Shorten(error.InnerException?.Message ?? error.Message)), error);

    public static MemberFault HarvestTimedOut(TimeSpan limit, Exception error) => new(KnownCauses.HarvestTimedOut(limit), error);

    public static MemberFault Status(Uri address, HttpStatusCode status, TimeSpan? retryAfter, string? title)
    {
        var code = (int)status;
        return new(StatusCause(address, code, Shorten(title ?? "")))
        {
            IsPassing = code is 408 or 429 or >= 500,
            IsRefusal = code is not (401 or 408 or 429 or 503),
            RetryAfter = retryAfter,
        };
    }

    public static MemberFault WebPage() => new(KnownCauses.WebPage()) { IsRefusal = true };

    public static MemberFault NotOaiPmh(string root) => new(KnownCauses.NotOaiPmh(Shorten(root)));

    public static MemberFault NotXml(XmlException error, OaiReply? salvaged = null) => new(
        KnownCauses.NotXml(error.LineNumber, error.LinePosition, WithoutPlace(error)), error)
    {
        IsPassing = true,
        Salvaged = salvaged,
    };

    public static MemberFault BrokenOff() => new(KnownCauses.BrokenOff());

    /// <summary>Why a record of a broken page is set aside.</summary>
    public static string BrokenRecord(XmlException error) =>
        $"The record is not well-formed XML ({WithoutPlace(error)}). Ask the member's administrator to open and save it in the library system.";

    public static MemberFault HasDtd(XmlException error) => new(KnownCauses.HasDtd(), error);

    public static MemberFault TooLarge(string what, long limit, string unit) => new((what, unit) switch
    {
        ("", "bytes") => KnownCauses.TooManyBytes(limit),
        ("", "records") => KnownCauses.TooManyRecords(limit),
        _ => KnownCauses.NestedTooDeep(limit),
    });

    public static MemberFault TooManyNamespaces(long limit) => new(KnownCauses.TooManyNamespaces(limit));

    public static MemberFault NoAnswer() => Passing(KnownCauses.NoAnswer());

    public static MemberFault NoFormat(IEnumerable<string> offered) => new(KnownCauses.NoFormat(Shorten(string.Join(", ", offered))));

    /// <summary>Some systems answer so, with HTTP 200, when they are too busy to answer.</summary>
    public static MemberFault Internal(OaiError error) => Passing(KnownCauses.ProtocolError(error.ToString()));

    public static MemberFault Protocol(OaiError error, string? set) => new(error.Code switch
    {
        "cannotDisseminateFormat" => KnownCauses.FormatRefused(error.ToString()),
        "noSetHierarchy" => KnownCauses.NoSets(error.ToString()),
        "noRecordsMatch" => KnownCauses.ListVanished(error.ToString()),
        "badResumptionToken" => KnownCauses.TokenForgotten(error.ToString()),
        "badVerb" => KnownCauses.RequestUnknown(error.ToString()),
        "badArgument" when set is not null => KnownCauses.SetRefused(set, error.ToString()),
        "badArgument" => KnownCauses.RequestRefused(error.ToString()),
        _ => KnownCauses.ProtocolError(error.ToString()),
    });

    public static MemberFault NoSuchSet(string set, IEnumerable<string> known) => new(KnownCauses.NoSuchSet(set, Shorten(string.Join(", ", known))));

    public static MemberFault TokenLoop() => new(KnownCauses.TokenLoop());

    public static MemberFault LongToken(int length) => new(KnownCauses.LongToken(length));

    public static MemberFault FilterForgotten(long before, long now) => new(KnownCauses.FilterForgotten(before, now));

    public static MemberFault EmptyPages(int count) => new(KnownCauses.EmptyPages(count));

    public static MemberFault TooManyPages(int limit) => new(KnownCauses.TooManyPages(limit));

    public static MemberFault ShortList(long came, long promised) => new(KnownCauses.ShortList(came, promised));

    /// <summary>Why a run that was cut off is not gone on with.</summary>
    public static MemberFault Superseded() => new(KnownCauses.Superseded());

    public static MemberFault UploadCutOff() => new(KnownCauses.UploadCutOff());

    private static Cause StatusCause(Uri address, int status, string said) => status switch
    {
        401 or 403 => KnownCauses.Forbidden(address.Authority, status),
        404 or 410 => KnownCauses.NoPage(address.GetLeftPart(UriPartial.Path), status),
        408 or 429 => KnownCauses.TooFast(address.Authority, status),
        503 => KnownCauses.Unavailable(address.Authority, said),
        >= 500 => KnownCauses.SystemFailed(address.Authority, status, said),
        _ => KnownCauses.HttpError(address.Authority, status),
    };

    private static MemberFault Passing(Cause cause, Exception? error = null) => new(cause, error) { IsPassing = true };

    internal static string WithoutPlace(XmlException error) => Shorten(error.Message.Split(" Line ")[0].TrimEnd('.'));

    /// <summary>What a member says goes into our words only so far, and without control characters.</summary>
    internal static string Shorten(string text) =>
        string.Concat(text.Take(200).Select(letter => char.IsControl(letter) ? ' ' : letter)) + (text.Length > 200 ? "…" : "");
}
