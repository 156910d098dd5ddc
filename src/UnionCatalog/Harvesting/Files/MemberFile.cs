using System.Buffers.Binary;
using System.IO.Compression;
using UnionCatalog.Members;
using UnionCatalog.Records.Marc;
using UnionCatalog.Records.Rows;

namespace UnionCatalog.Harvesting.Files;

/// <summary>A file that a member gave, known by its bytes: names and endings say too little.</summary>
internal sealed class MemberFile
{
    /// <summary>The most that a file is read of, unpacked, in bytes.</summary>
    public const long LongestFile = 2L << 30;

    private const int HeadLength = 4096;

    private readonly string _path;
    private readonly bool _isPacked;

    private MemberFile(string path, bool isPacked, FileKind kind, TableLayout? layout) =>
        (_path, _isPacked, Kind, Layout) = (path, isPacked, kind, layout);

    /// <summary>Its name, without the folder.</summary>
    public string Name => Path.GetFileName(_path);

    /// <summary>What it is.</summary>
    public FileKind Kind { get; }

    /// <summary>Of a table: how it is laid out; null for all others.</summary>
    public TableLayout? Layout { get; }

    /// <summary>Looks at a file.</summary>
    /// <param name="path">Where it is; one that was packed with gzip is unpacked on the way.</param>
    /// <param name="source">What the member's configuration says of its tables.</param>
    /// <exception cref="MemberFault">It is none of those that can be read.</exception>
    public static MemberFile Look(string path, FilesSource source)
    {
        try
        {
            return LookInto(path, source);
        }
        catch (InvalidDataException broken)
        {
            throw FileFaults.BrokenGzip(Path.GetFileName(path), broken);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw FileFaults.Closed(Path.GetFileName(path), closed);
        }
    }

    /// <summary>Opens it at its beginning, unpacked.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public Stream Open() => Open(_path, _isPacked);

    private static MemberFile LookInto(string path, FilesSource source)
    {
        var isPacked = Head(path, isPacked: false) is [0x1F, 0x8B, ..];
        var head = Head(path, isPacked);
        if (Kinds.Refuse(Path.GetFileName(path), head) is { } fault)
        {
            throw fault;
        }

        if (Iso2709.LooksLikeLeader(head.AsSpan().TrimStart(" \r\n\t\0"u8)))
        {
            return new(path, isPacked, FileKind.Iso2709, null);
        }

        if (Kinds.IsXml(head))
        {
            return new(path, isPacked, FileKind.Xml, null);
        }

        var layout = TableLayout.Find(() => Open(path, isPacked), Options(source));
        return Kinds.IsBinary(head, layout.Encoding) ? throw FileFaults.Binary(Path.GetFileName(path))
            : new(path, isPacked, FileKind.Table, layout);
    }

    private static TableOptions Options(FilesSource source) => new()
    {
        Columns = source.Columns,
        Delimiter = source.Delimiter is [var delimiter, ..] ? delimiter : null,
        Encoding = source.Encoding is { } name ? TableEncoding.Named(name) : null,
    };

    private static BoundedStream Open(string path, bool isPacked)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);
        var length = isPacked ? UnpackedLength(file) : null;
        return new BoundedStream(
            isPacked ? new GZipStream(file, CompressionMode.Decompress) : file, LongestFile, longest => FileFaults.TooLarge(Path.GetFileName(path), longest), length);
    }

    /// <summary>What the end of a packed file says (ISIZE; RFC 1952, section 2.3.1): unpacked, a cut one looks whole.</summary>
    private static uint? UnpackedLength(FileStream file)
    {
        Span<byte> size = stackalloc byte[sizeof(uint)];
        file.Seek(-Math.Min(file.Length, size.Length), SeekOrigin.End);
        var isThere = file.ReadAtLeast(size, size.Length, throwOnEndOfStream: false) == size.Length;
        file.Position = 0;
        return isThere ? BinaryPrimitives.ReadUInt32LittleEndian(size) : null;
    }

    private static byte[] Head(string path, bool isPacked)
    {
        using var file = Open(path, isPacked);
        var head = new byte[HeadLength];
        return head[..file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
    }
}
