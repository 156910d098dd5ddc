using System.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>Tells a text file's encoding by its bytes: Windows saves the same sheet in four of them.</summary>
public static class TableEncoding
{
    private const int SampleLength = 4096;

    /// <summary>Excel's "CSV" in western and Indonesian Windows.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// The encoding of a file: by its byte order mark; else UTF-8 where all of it is that; else UTF-16 where every other byte
    /// is zero; else Windows-1252.
    /// </summary>
    /// <param name="file">The file, from its beginning; it is read to its end where needed.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Encoding Detect(Stream file)
    {
        var buffer = new byte[64 * 1024];
        var length = file.ReadAtLeast(buffer, SampleLength, throwOnEndOfStream: false);
        return ByMark(buffer.AsSpan(0, length)) ?? ByZeros(buffer.AsSpan(0, Math.Min(length, SampleLength)))
            ?? (IsUtf8(file, buffer, length) ? Encoding.UTF8 : Windows1252);
    }

    /// <summary>The encoding of this name, as a member's configuration gives it; null for one that is not read here.</summary>
    public static Encoding? Named(string name) => RowHeadings.Fold(name) switch
    {
        "utf8" or "utf8bom" => Encoding.UTF8,
        "utf16" or "utf16le" or "unicode" => Encoding.Unicode,
        "utf16be" => Encoding.BigEndianUnicode,
        "windows1252" or "cp1252" or "ansi" or "latin1" or "iso88591" => Windows1252,
        _ => null,
    };

    private static Encoding? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>Most letters of a catalogue are ASCII, whose other byte is zero in UTF-16.</summary>
    private static Encoding? ByZeros(ReadOnlySpan<byte> bytes)
    {
        var zeros = new int[2];
        for (var i = 0; i < bytes.Length; i++)
        {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }

        var many = bytes.Length / 4;
        return many == 0 ? null
            : zeros[1] > many && zeros[0] < many / 2 ? Encoding.Unicode
            : zeros[0] > many && zeros[1] < many / 2 ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool IsUtf8(Stream file, byte[] buffer, int length)
    {
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var letters = new char[buffer.Length + 1];
        try
        {
            for (; length > 0; length = file.Read(buffer))
            {
                decoder.GetChars(buffer.AsSpan(0, length), letters, flush: false);
            }

            // A letter that is cut off at the very end is the fault of its row alone.
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
