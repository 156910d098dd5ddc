using System.Globalization;
using System.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>
/// Decodes MARC-8 (MARC 21 Specifications, "MARC-8 encoding environment"): two working sets, G0 for bytes below 80 hex and
/// G1 above, changed by escape sequences; combining marks written before their base letter.
/// </summary>
/// <remarks>Each subfield begins with ASCII and ANSEL: the standard has G0 set back to ASCII before every delimiter.</remarks>
internal ref struct Marc8(ReadOnlySpan<byte> bytes)
{
    private const byte Escape = 0x1B;
    private const byte Ascii = 0x42;
    private const byte Ansel = 0x45;

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private readonly StringBuilder text = new(bytes.Length);
    private readonly StringBuilder marks = new();
    private int at;
    private byte g0 = Ascii;
    private byte g1 = Ansel;
    private int faults;

    /// <summary>Decodes one subfield's bytes.</summary>
    /// <param name="bytes">The bytes, without delimiters.</param>
    /// <param name="faults">Codes that stand for no character, marks without a letter, escapes to no set.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, out int faults)
    {
        var decoder = new Marc8(bytes);
        var text = decoder.Run();
        faults = decoder.faults;
        return text;
    }

    private string Run()
    {
        while (at < bytes.Length)
        {
            var code = bytes[at];
            if (code == Escape)
            {
                ChangeSet();
            }
            else if (code is <= 0x20 or 0x7F or 0xA0)
            {
                at++;
                Write(code == 0xA0 ? ' ' : code);
            }
            else if (code == '&' && g0 == Ascii && TryReference())
            {
            }
            else
            {
                ReadCharacter(code);
            }
        }

        if (marks.Length > 0)
        {
            faults++;
        }

        return text.ToString();
    }

    private void ReadCharacter(byte code)
    {
        // 80 to 9F are the C1 controls (non-sorting marks, joiners), whatever G1 is.
        var set = code < 0x80 ? g0 : code < 0xA0 ? Ansel : g1;
        Marc8Character found;
        if (set == Marc8Tables.EastAsian)
        {
            if (at + 3 > bytes.Length)
            {
                at = bytes.Length;
                Fault();
                return;
            }

            found = Marc8Tables.FindEastAsian(((bytes[at] & 0x7F) << 16) | ((bytes[at + 1] & 0x7F) << 8) | (bytes[at + 2] & 0x7F));
            at += 3;
        }
        else
        {
            found = Marc8Tables.Find(set, code);
            at++;
        }

        if (!found.IsDefined)
        {
            Fault();
        }
        else if (found.IsCombining)
        {
            Append(marks, found.CodePoint);
        }
        else
        {
            Write(found.CodePoint);
        }
    }

    // ESC, then one of: a custom one-character set; "$" for three-byte sets; "(" or "," for G0, ")" or "-" for G1; "!" before ANSEL's E.
    private void ChangeSet()
    {
        var rest = bytes[(at + 1)..];
        if (rest.IsEmpty)
        {
            at++;
            faults++;
            return;
        }

        switch (rest[0])
        {
            case (byte)'g' or (byte)'b' or (byte)'p':
                g0 = rest[0];
                at += 2;
                return;
            case (byte)'s':
                g0 = Ascii;
                at += 2;
                return;
        }

        var length = rest[0] == '$' ? 1 : 0;
        var second = false;
        if (length < rest.Length && rest[length] is (byte)'(' or (byte)',' or (byte)')' or (byte)'-')
        {
            second = rest[length] is (byte)')' or (byte)'-';
            length++;
        }

        if (length > 0 && length < rest.Length && rest[length] == '!')
        {
            length++;
        }

        if (length == 0 || length >= rest.Length || !Marc8Tables.IsSet(rest[length]))
        {
            at++;
            faults++;
            return;
        }

        (second ? ref g1 : ref g0) = rest[length];
        at += length + 2;
    }

    // "&#x1EA0;": what a record that was converted from Unicode writes for a character that MARC-8 does not have.
    private bool TryReference()
    {
        var rest = bytes[at..];
        var end = rest[..Math.Min(rest.Length, 10)].IndexOf((byte)';');
        if (end < 4 || rest[1] != '#' || rest[2] != 'x'
            || !int.TryParse(rest[3..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codePoint)
            || !Rune.IsValid(codePoint))
        {
            return false;
        }

        at += end + 1;
        if (CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            Append(text, codePoint);
        }
        else
        {
            Write(codePoint);
        }

        return true;
    }

    private void Fault()
    {
        faults++;
        Write('\uFFFD');
    }

    private void Write(int codePoint)
    {
        Append(text, codePoint);
        text.Append(marks);
        marks.Clear();
    }

    private static void Append(StringBuilder builder, int codePoint)
    {
        if (codePoint != 0)
        {
            builder.Append(new Rune(codePoint).ToString());
        }
    }
}
