using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace UnionCatalog.Server.OaiProvider;

/// <summary>
/// Where a list goes on (OAI-PMH 2.0, section 3.5). It holds all that is needed, so the server keeps nothing between two pages
/// and a token never expires. The place is the last item sent, not a number: lists run from the oldest datestamp to the
/// newest, so what changes during a harvest moves to the end of the list and no record is skipped.
/// </summary>
/// <param name="Selection">What the list selects.</param>
/// <param name="Cursor">How many items were sent so far.</param>
/// <param name="LastDatestamp">The datestamp of the last item sent.</param>
/// <param name="LastIdentifier">The identifier of the last item sent.</param>
internal sealed record ResumptionToken(OaiSelection Selection, int Cursor, DateTimeOffset LastDatestamp, string LastIdentifier)
{
    /// <summary>The longest token that is read, in characters.</summary>
    public const int MaxLength = 4096;

    private const char Separator = '\n';

    /// <summary>Writes the token in characters that need no encoding in an address, since some harvesters forget to encode it.</summary>
    public string Write()
    {
        string[] fields =
        [
            Selection.Prefix, Write(Selection.From), Write(Selection.Until), Selection.Set ?? "",
            Cursor.ToString(CultureInfo.InvariantCulture), Write(LastDatestamp), LastIdentifier,
        ];
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, fields)));
    }

    /// <summary>Reads a token; null when <paramref name="text"/> is none of ours.</summary>
    public static ResumptionToken? Read(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            return null;
        }

        var fields = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        return fields.Length == 7
            && TryReadInstant(fields[1], out var from)
            && TryReadInstant(fields[2], out var until)
            && int.TryParse(fields[4], NumberStyles.None, CultureInfo.InvariantCulture, out var cursor)
            && TryReadInstant(fields[5], out var last) && last is not null
            ? new(new(fields[0], from, until, fields[3].Length == 0 ? null : fields[3]), cursor, last.Value, fields[6])
            : null;
    }

    private static string Write(DateTimeOffset? instant) => instant?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "";

    private static bool TryReadInstant(string text, out DateTimeOffset? instant)
    {
        instant = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTimeOffset.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }
}
