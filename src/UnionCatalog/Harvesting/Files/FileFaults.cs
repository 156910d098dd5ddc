using System.Xml;
using UnionCatalog.Causes;

namespace UnionCatalog.Harvesting.Files;

/// <summary>What goes wrong with a member's files: which cause of the catalogue each is.</summary>
internal static class FileFaults
{
    private const int BytesInMegabyte = 1 << 20;

    public static MemberFault Empty(string file) => new(KnownCauses.FileEmpty(file));

    public static MemberFault Spreadsheet(string file, string kind) => new(KnownCauses.FileSpreadsheet(file, kind));

    public static MemberFault Zip(string file) => new(KnownCauses.FileZip(file));

    public static MemberFault Document(string file, string kind) => new(KnownCauses.FileDocument(file, kind));

    public static MemberFault WebPage(string file) => new(KnownCauses.FileWebPage(file));

    public static MemberFault Binary(string file) => new(KnownCauses.FileBinary(file));

    public static MemberFault NoTitle(string file, IEnumerable<string> columns) =>
        new(KnownCauses.FileNoTitle(file, Faults.Shorten(string.Join(", ", columns))));

    public static MemberFault ForeignXml(string file, string root) => new(KnownCauses.FileForeignXml(file, Faults.Shorten(root)));

    public static MemberFault BrokenXml(string file, XmlException error) =>
        new(KnownCauses.FileBrokenXml(file, error.LineNumber, Faults.WithoutPlace(error)), error);

    public static MemberFault BrokenGzip(string file, Exception error) => new(KnownCauses.FileBrokenGzip(file), error);

    public static MemberFault TooLarge(string file, long limit) => new(KnownCauses.FileTooLarge(file, limit / BytesInMegabyte));

    public static MemberFault NoRecords(string file) => new(KnownCauses.FileNoRecords(file));

    public static MemberFault Gone(string file) => new(KnownCauses.FileGone(file));

    public static MemberFault Closed(string file, Exception error) => new(KnownCauses.FileClosed(file, Faults.Shorten(error.Message).TrimEnd('.')), error);
}
