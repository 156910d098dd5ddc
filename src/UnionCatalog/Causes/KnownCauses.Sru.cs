namespace UnionCatalog.Causes;

/// <content>What goes wrong with SRU only.</content>
internal static partial class KnownCauses
{
    public static Cause SruWebPage() => Of("sru-web-page");

    public static Cause NotSru(string root) => Of("not-sru", ("root", root));

    public static Cause SruHasDtd() => Of("sru-has-dtd");

    public static Cause SruForbidden(string host, int status) => Of("sru-forbidden", ("host", host), ("status", status));

    public static Cause SruNoPage(string address, int status) => Of("sru-no-page", ("address", address), ("status", status));

    public static Cause SruInTrouble(string said) => Of("sru-in-trouble", ("said", said));

    public static Cause SruNotAllowed(string said) => Of("sru-not-allowed", ("said", said));

    public static Cause SruVersionRefused(string said) => Of("sru-version-refused", ("said", said));

    public static Cause SruRequestUnknown(string said) => Of("sru-request-unknown", ("said", said));

    public static Cause SruQueryRefused(string query, string said) => Of("sru-query-refused", ("query", query), ("said", said));

    public static Cause SruSchemaRefused(string said) => Of("sru-schema-refused", ("said", said));

    public static Cause SruNoSchema(string asked) => Of("sru-no-schema", ("asked", asked));

    public static Cause ListChanged(long before, long now) => Of("list-changed", ("before", before), ("now", now));

    public static Cause PagesRepeat(long position) => Of("pages-repeat", ("position", position));

    public static Cause ListCapped(long served, long size) => Of("list-capped", ("served", served), ("size", size));

    public static Cause SruTooMany(string said) => Of("sru-too-many", ("said", said));

    public static Cause SruCannotPart(string index, string beginning) => Of("sru-cannot-part", ("index", index), ("beginning", beginning));

    public static Cause SruNoRangeSearch(string index, string said) => Of("sru-no-range-search", ("index", index), ("said", said));

    public static Cause SruWithholds(long size) => Of("sru-withholds", ("size", size));
}
