namespace UnionCatalog.Causes;

/// <summary>
/// Every cause there is, one method each with what its sentences need. The sentences are in causes.json, and a test holds the two
/// together. What a member says (texts called <c>said</c> and <c>error</c>) is expected shortened and without control characters.
/// </summary>
internal static partial class KnownCauses
{
    public static Cause NameNotFound(string host) => Of("name-not-found", ("host", host));

    public static Cause NoSecureConnection(string host) => Of("no-secure-connection", ("host", host));

    public static Cause Refused(string host) => Of("refused", ("host", host));

    public static Cause Unreachable(string host) => Of("unreachable", ("host", host));

    public static Cause NotAWebServer(string host, string error) => Of("not-a-web-server", ("host", host), ("error", error));

    public static Cause Cut(string host) => Of("cut", ("host", host));

    public static Cause Garbled(string host) => Of("garbled", ("host", host));

    public static Cause Redirected(string host) => Of("redirected", ("host", host));

    public static Cause TimedOut(string host, TimeSpan limit) => Of("timed-out", ("host", host), ("limit", limit));

    public static Cause Resting(string host, TimeSpan rest, string error) => Of("resting", ("host", host), ("rest", rest), ("error", error));

    public static Cause HarvestTimedOut(TimeSpan limit) => Of("harvest-timed-out", ("limit", limit));

    public static Cause Forbidden(string host, int status) => Of("forbidden", ("host", host), ("status", status));

    public static Cause NoPage(string address, int status) => Of("no-page", ("address", address), ("status", status));

    public static Cause TooFast(string host, int status) => Of("too-fast", ("host", host), ("status", status));

    public static Cause Unavailable(string host, string said) => Of("unavailable", ("host", host), ("said", said));

    public static Cause SystemFailed(string host, int status, string said) => Of("system-failed", ("host", host), ("status", status), ("said", said));

    public static Cause HttpError(string host, int status) => Of("http-error", ("host", host), ("status", status));

    public static Cause WebPage() => Of("web-page");

    public static Cause NotOaiPmh(string root) => Of("not-oai-pmh", ("root", root));

    public static Cause NotXml(int line, int character, string error) => Of("not-xml", ("line", line), ("character", character), ("error", error));

    public static Cause BrokenOff() => Of("broken-off");

    public static Cause HasDtd() => Of("has-dtd");

    public static Cause TooManyBytes(long limit) => Of("too-many-bytes", ("limit", limit));

    public static Cause TooManyRecords(long limit) => Of("too-many-records", ("limit", limit));

    public static Cause NestedTooDeep(long limit) => Of("nested-too-deep", ("limit", limit));

    public static Cause TooManyNamespaces(long limit) => Of("too-many-namespaces", ("limit", limit));

    public static Cause NoAnswer() => Of("no-answer");

    public static Cause NoFormat(string offered) => Of("no-format", ("offered", offered));

    public static Cause FormatRefused(string said) => Of("format-refused", ("said", said));

    public static Cause NoSets(string said) => Of("no-sets", ("said", said));

    public static Cause ListVanished(string said) => Of("list-vanished", ("said", said));

    public static Cause TokenForgotten(string said) => Of("token-forgotten", ("said", said));

    public static Cause RequestUnknown(string said) => Of("request-unknown", ("said", said));

    public static Cause RequestRefused(string said) => Of("request-refused", ("said", said));

    public static Cause SetRefused(string set, string said) => Of("set-refused", ("set", set), ("said", said));

    public static Cause ProtocolError(string said) => Of("protocol-error", ("said", said));

    public static Cause NoSuchSet(string set, string known) => Of("no-such-set", ("set", set), ("known", known));

    public static Cause TokenLoop() => Of("token-loop");

    public static Cause LongToken(long length) => Of("long-token", ("length", length));

    public static Cause FilterForgotten(long before, long now) => Of("filter-forgotten", ("before", before), ("now", now));

    public static Cause EmptyPages(int count) => Of("empty-pages", ("count", count));

    public static Cause TooManyPages(int limit) => Of("too-many-pages", ("limit", limit));

    public static Cause ShortList(long came, long promised) => Of("short-list", ("came", came), ("promised", promised));

    /// <summary>Why a run that was cut off is not gone on with.</summary>
    public static Cause Superseded() => Of("superseded");

    /// <summary>Why a run is ended whose upload was cut off.</summary>
    public static Cause UploadCutOff() => Of("upload-cut-off");

    /// <summary>Why a whole list removed nothing.</summary>
    public static Cause AbsencesUnknown(long count) => Of("absences-unknown", ("count", count));

    // What follows is no failure, but needs a person all the same.
    public static Cause HeldRemoval(long count, double percent) => Of("held-removal", ("count", count), ("percent", percent));

    public static Cause ManySetAside(long count) => Of("many-set-aside", ("count", count));

    public static Cause NeverHarvested() => Of("never-harvested");

    /// <summary>Of a member that sends its records itself.</summary>
    public static Cause NeverSent() => Of("never-sent");

    public static Cause Stale(TimeSpan age) => Of("stale", ("age", age));

    public static Cause MendedPages(long count) => Of("mended-pages", ("count", count));

    public static Cause Unfinished() => Of("unfinished");

    public static Cause FileEmpty(string file) => Of("file-empty", ("file", file));

    public static Cause FileSpreadsheet(string file, string kind) => Of("file-spreadsheet", ("file", file), ("kind", kind));

    public static Cause FileZip(string file) => Of("file-zip", ("file", file));

    public static Cause FileDocument(string file, string kind) => Of("file-document", ("file", file), ("kind", kind));

    public static Cause FileWebPage(string file) => Of("file-web-page", ("file", file));

    public static Cause FileBinary(string file) => Of("file-binary", ("file", file));

    public static Cause FileNoTitle(string file, string columns) => Of("file-no-title", ("file", file), ("columns", columns));

    public static Cause FileForeignXml(string file, string root) => Of("file-foreign-xml", ("file", file), ("root", root));

    public static Cause FileBrokenXml(string file, int line, string error) => Of("file-broken-xml", ("file", file), ("line", line), ("error", error));

    public static Cause FileBrokenGzip(string file) => Of("file-broken-gzip", ("file", file));

    public static Cause FileTooLarge(string file, long limit) => Of("file-too-large", ("file", file), ("limit", limit));

    public static Cause FileNoRecords(string file) => Of("file-no-records", ("file", file));

    public static Cause FileGone(string file) => Of("file-gone", ("file", file));

    public static Cause FileClosed(string file, string error) => Of("file-closed", ("file", file), ("error", error));

    private static Cause Of(string code, params (string Name, CauseValue Value)[] values) => new(code, values.ToDictionary(value => value.Name, value => value.Value));
}
