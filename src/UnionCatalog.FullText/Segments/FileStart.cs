using System.Buffers.Binary;

namespace UnionCatalog.FullText.Segments;

/// <summary>What every file of the index starts with: magic, format version, and the fingerprint of the schema.</summary>
internal static class FileStart
{
    /// <summary>Counted up whenever the meaning of a file's bytes changes. Version 1 was read whole into memory.</summary>
    public const int Version = 2;

    public const int FingerprintSize = 32;

    public const int Size = 8 + FingerprintSize;

    /// <summary>"UCFT" read as a number.</summary>
    private const int Magic = 0x5446_4355;

    public static void Write(Span<byte> to, ReadOnlySpan<byte> fingerprint)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], Version);
        fingerprint.CopyTo(to[8..]);
    }

    /// <summary>The version in which a file goes on.</summary>
    /// <exception cref="IndexDamagedException">It is no such file, or of a version that this program does not know.</exception>
    public static int ReadVersion(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Size)
        {
            throw new IndexDamagedException(path, "it is cut short");
        }

        if (BinaryPrimitives.ReadInt32LittleEndian(bytes) != Magic)
        {
            throw new IndexDamagedException(path, "it is not a file of a full-text index");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        return version == Version ? version : throw new IndexDamagedException(path,
            $"it has the {(version < Version ? "older" : "newer")} format version {version}, and this program reads version {Version}");
    }

    /// <summary>To be called when the checksum has been found right: then another fingerprint is no damage but another schema.</summary>
    public static void CheckFingerprint(string path, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> fingerprint)
    {
        if (!bytes[8..Size].SequenceEqual(fingerprint))
        {
            throw new IndexDamagedException(path, "it was built for other fields, columns or text analysis");
        }
    }
}
