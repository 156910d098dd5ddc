using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Xml;
using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting;

/// <summary>The catalogue of what goes wrong at members: each says what happened, then what to check or do.</summary>
internal static class Faults
{
    /// <summary>Why a run that was cut off is not gone on with.</summary>
    public const string Superseded =
        "It was cut off, and then something else was asked for (a full harvest, or another address, format or set). What came is kept; the harvest after it begins anew.";

    private const string AskAgain = "If it happens again, tell the member's administrator.";

    public static MemberFault Connection(Uri address, HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => Passing(
            $"The name {address.Host} was not found on the network. Check the address in the member's configuration, and whether the school's domain is still registered.", error),
        HttpRequestError.SecureConnectionError => new(
            $"No secure connection to {address.Authority} could be made, usually because its certificate has expired or belongs to another name. Ask the member's administrator to renew it.", error),
        HttpRequestError.ConnectionError when error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } => Passing(
            $"{address.Authority} refused the connection: the machine is there, but no web server answers on it. Check the address and port, and that the library system is running.", error),
        HttpRequestError.ConnectionError => Passing(
            $"{address.Authority} could not be reached. Check that the school's machine and its network are on.", error),
        HttpRequestError.ResponseEnded => Cut(address, error),
        _ => Passing($"{address.Authority} did not answer as a web server does ({error.Message}). Check the address. {AskAgain}", error),
    };

    public static MemberFault Cut(Uri address, Exception error) => Passing(
        $"{address.Authority} broke the connection in the middle of a reply. {AskAgain}", error);

    public static MemberFault Garbled(Uri address, Exception error) => Passing(
        $"A compressed reply of {address.Authority} could not be unpacked; it was cut short or damaged. {AskAgain}", error);

    public static MemberFault Redirected(Uri address) => new(
        $"{address.Authority} sent us on to another address, too often or to one that is not a web address or less secure. Check the address in the member's configuration.");

    public static MemberFault TimedOut(Uri address, TimeSpan limit, Exception error) => Passing(
        $"{address.Authority} gave no complete answer within {Duration(limit)}. Check that its library system is not overloaded, or allow it more time (requestTimeoutSeconds in its configuration).", error);

    public static MemberFault Resting(Uri address, TimeSpan rest, Exception error) => new(
        $"{address.Authority} failed again and again and is left alone for {Duration(rest)}. The last error was: {error.InnerException?.Message ?? error.Message}", error);

    public static MemberFault HarvestTimedOut(TimeSpan limit, Exception error) => new(
        $"The harvest was not finished after {Duration(limit)} and was given up. What came is kept. Allow the member more time (harvestTimeout), or ask why its system is slow.", error);

    public static MemberFault Status(Uri address, HttpStatusCode status, TimeSpan? retryAfter, string? title)
    {
        var code = (int)status;
        var words = code switch
        {
            401 or 403 => $"{address.Authority} refuses us (HTTP {code}). Ask the member's administrator to allow OAI-PMH for everybody, or for our address.",
            404 or 410 => $"There is no page at {address.GetLeftPart(UriPartial.Path)} (HTTP {code}). Check the address in the member's configuration, and that OAI-PMH is switched on.",
            408 or 429 => $"{address.Authority} asks us to come more slowly (HTTP {code}), and kept asking so. Harvest it at a quieter hour.",
            503 => $"{address.Authority} says that it is not available just now (HTTP 503). It may be under maintenance. {AskAgain}",
            >= 500 => $"The library system at {address.Authority} failed with an error of its own (HTTP {code}). Ask the member's administrator to look at its error log.",
            _ => $"{address.Authority} answered with HTTP {code}. Check the address in the member's configuration.",
        };
        var said = code < 500 || string.IsNullOrEmpty(title) ? "" : $" It said: {Shorten(title)}";
        return new(words + said)
        {
            IsPassing = code is 408 or 429 or >= 500,
            IsRefusal = code is not (401 or 408 or 429 or 503),
            RetryAfter = retryAfter,
        };
    }

    public static MemberFault WebPage() => new(
        "The address answered with a web page, not with OAI-PMH. Check the address in the member's configuration, and that OAI-PMH is switched on.") { IsRefusal = true };

    public static MemberFault NotOaiPmh(string root) => new(
        $"The address answered with XML that is not OAI-PMH (it begins with <{Shorten(root)}>). Check the address in the member's configuration.");

    public static MemberFault NotXml(XmlException error, OaiReply? salvaged = null) => new(
        $"A reply is not well-formed XML (line {error.LineNumber}, character {error.LinePosition}: {WithoutPlace(error)}). Often one record with a stray control character is the cause. Send this line to the member's administrator.", error)
    {
        IsPassing = true,
        Salvaged = salvaged,
    };

    public static MemberFault BrokenOff() => new(
        "A page broke off in the middle, each time it was asked for, and with it the list. What came is kept, the rest is missing. Ask the member's administrator to look at the system's error log.");

    /// <summary>Why a record of a broken page is set aside.</summary>
    public static string BrokenRecord(XmlException error) =>
        $"The record is not well-formed XML ({WithoutPlace(error)}). Ask the member's administrator to open and save it in the library system.";

    public static MemberFault HasDtd(XmlException error) => new(
        "A reply has a document type declaration (DTD). OAI-PMH has none, and it can be used for attacks, so the reply was refused. Ask the member's administrator whether the system was broken into.", error);

    public static MemberFault TooLarge(string what, long limit, string unit) => new(
        $"A page has more than {Number(limit)} {unit}{what}, and was not read. Ask the member's administrator to send smaller pages.");

    public static MemberFault NoAnswer() => Passing($"A reply came without an answer in it. {AskAgain}");

    public static MemberFault NoFormat(IEnumerable<string> offered) => new(
        $"The member offers none of the formats that are read here (MARCXML, MODS, Dublin Core). It offers: {Shorten(string.Join(", ", offered))}.");

    /// <summary>Some systems answer so, with HTTP 200, when they are too busy to answer.</summary>
    public static MemberFault Internal(OaiError error) => Passing(Protocol(error, set: null).Message);

    public static MemberFault Protocol(OaiError error, string? set) => new((error.Code switch
    {
        "cannotDisseminateFormat" => "The member does not give records in the format asked for. Check metadataPrefix in the member's configuration.",
        "noSetHierarchy" => "The member has no sets. Remove the sets from the member's configuration.",
        "noRecordsMatch" => "In the middle of the list the member said that there are no records, however its resumption token was sent back. What came is kept, the rest is missing; the next harvest tries again.",
        "badResumptionToken" => "The member forgot again and again where in the list we were. What came is kept; the next harvest tries again.",
        "badVerb" => "The member does not know the request. Check that the address is an OAI-PMH 2.0 address and that OAI-PMH is switched on.",
        "badArgument" when set is not null => $"The member does not accept the request. Check the address and the set \"{set}\" in the member's configuration.",
        "badArgument" => "The member does not accept the request. Check the address in the member's configuration.",
        _ => "The member answered with an error.",
    }) + $" It said: {error}");

    public static MemberFault NoSuchSet(string set, IEnumerable<string> known) => new(
        $"The member has no set \"{set}\". Check the sets in the member's configuration. It has: {Shorten(string.Join(", ", known))}.");

    public static MemberFault TokenLoop() => new(
        "The member's list goes round in a circle: a resumption token came twice. What came is kept, but there may be more. Tell the member's administrator.");

    public static MemberFault FilterForgotten(long before, long now) => new(
        $"In the middle of the list the member forgot what it was asked for: the list had {Number(before)} records, now it has {Number(now)}. What came is kept. Its lists of changes and of sets cannot be trusted; have it harvested in full, without sets.");

    public static MemberFault EmptyPages(int count) => new(
        $"The member sent {count} empty pages in a row, so the harvest was given up. Tell the member's administrator.");

    public static MemberFault TooManyPages(int limit) => new(
        $"The list has more than {Number(limit)} pages, so the harvest was given up. Tell the member's administrator.");

    public static MemberFault ShortList(long came, long promised) => new(
        $"The member's list should have {Number(promised)} records but ended after {Number(came)}. What came is kept; the next harvest tries again. {AskAgain}");

    private static MemberFault Passing(string words, Exception? error = null) => new(words, error) { IsPassing = true };

    private static string WithoutPlace(XmlException error) => Shorten(error.Message.Split(" Line ")[0].TrimEnd('.'));

    private static string Duration(TimeSpan time) => time switch
    {
        { TotalHours: >= 2 } => $"{Number(time.TotalHours)} hours",
        { TotalMinutes: >= 2 } => $"{Number(time.TotalMinutes)} minutes",
        _ => $"{Number(time.TotalSeconds)} seconds",
    };

    private static string Number(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>What a member says goes into our words only so far, and without control characters.</summary>
    internal static string Shorten(string text) =>
        string.Concat(text.Take(200).Select(letter => char.IsControl(letter) ? ' ' : letter)) + (text.Length > 200 ? "…" : "");
}
