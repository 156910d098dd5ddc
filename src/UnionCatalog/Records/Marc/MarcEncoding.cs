using System.Buffers;
using System.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>The encodings in which an ISO 2709 record's text can really be, whatever its leader says.</summary>
internal enum MarcEncoding
{
    Utf8,
    Marc8,
    Windows1252,
}

internal static class MarcEncodings
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// The encoding of a record's text: leader/09 ("a" for Unicode, blank for MARC-8) where the bytes can be that,
    /// otherwise what the bytes can be, with a warning.
    /// </summary>
    public static MarcEncoding Detect(char leader09, ReadOnlySpan<byte> text, List<string> warnings)
    {
        var saysUnicode = leader09 == 'a';
        if (Ascii.IsValid(text))
        {
            return HasEscape(text) || !saysUnicode ? MarcEncoding.Marc8 : MarcEncoding.Utf8;
        }

        var (sequences, wrong) = CountUtf8(text);
        if (wrong == 0)
        {
            return saysUnicode ? MarcEncoding.Utf8 : Mend(MarcEncoding.Utf8, "The leader says MARC-8, but the text is UTF-8 and was read as that.", warnings);
        }

        // Some wrong bytes among many right ones: UTF-8 that was cut or pasted into, not another encoding.
        if (sequences > wrong)
        {
            return Mend(MarcEncoding.Utf8, $"The text is UTF-8 with {wrong} wrong places, which were left out. Correct the record in the member's catalogue.", warnings);
        }

        var faults = CountMarc8Faults(text);
        if (faults > 0 && !HasEscape(text))
        {
            return Mend(MarcEncoding.Windows1252, "The text is neither UTF-8 nor MARC-8; it was read as Windows-1252 (Latin), so check its accented letters.", warnings);
        }

        if (faults > 0)
        {
            return Mend(MarcEncoding.Marc8, $"The text is MARC-8 with {faults} wrong places, which were left out. Correct the record in the member's catalogue.", warnings);
        }

        return saysUnicode ? Mend(MarcEncoding.Marc8, "The leader says Unicode, but the text is not UTF-8; it was read as MARC-8.", warnings) : MarcEncoding.Marc8;
    }

    public static string Decode(MarcEncoding encoding, ReadOnlySpan<byte> bytes) => CombiningMarks.Settle(encoding switch
    {
        MarcEncoding.Marc8 when !Ascii.IsValid(bytes) || bytes.ContainsAny((byte)0x1B, (byte)'&') => Marc8.Decode(bytes, out _),
        MarcEncoding.Windows1252 => Windows1252.GetString(bytes),
        _ => Encoding.UTF8.GetString(bytes),
    });

    private static MarcEncoding Mend(MarcEncoding encoding, string warning, List<string> warnings)
    {
        warnings.Add(warning);
        return encoding;
    }

    private static bool HasEscape(ReadOnlySpan<byte> text) => text.Contains((byte)0x1B);

    private static (int Sequences, int Faults) CountUtf8(ReadOnlySpan<byte> text)
    {
        var (sequences, faults) = (0, 0);
        for (var high = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF); high >= 0; high = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF))
        {
            text = text[high..];
            var isRight = Rune.DecodeFromUtf8(text, out _, out var length) == OperationStatus.Done;
            (sequences, faults) = isRight ? (sequences + 1, faults) : (sequences, faults + 1);
            text = text[length..];
        }

        return (sequences, faults);
    }

    // Text in a Latin code page has letters where MARC-8 has nothing, or what would be marks before no letter.
    private static int CountMarc8Faults(ReadOnlySpan<byte> text)
    {
        var sum = 0;
        foreach (var range in text.SplitAny(Iso2709.FieldTerminator, Iso2709.Delimiter))
        {
            Marc8.Decode(text[range], out var faults);
            sum += faults;
        }

        return sum;
    }
}
