using System.Globalization;
using System.Text;

namespace UnionCatalog.Records.Text;

/// <summary>
/// Unicode Normalization Form C (UAX #15). The runtime's own does nothing in invariant globalization mode, in which the
/// service runs so that it needs no ICU on the machine.
/// </summary>
internal static class Normalization
{
    // Hangul syllables compose by arithmetic (The Unicode Standard, section 3.12).
    private const int SBase = 0xAC00, LBase = 0x1100, VBase = 0x1161, TBase = 0x11A7;
    private const int LCount = 19, VCount = 21, TCount = 28, SCount = LCount * VCount * TCount;

    private static readonly Dictionary<int, int[]> Decompositions = [];
    private static readonly Dictionary<(int First, int Second), int> Compositions = [];
    private static readonly Dictionary<int, byte> Classes = [];

    static Normalization()
    {
        foreach (var line in EmbeddedText.Lines("normalization.txt"))
        {
            ReadRow(line);
        }
    }

    /// <summary>The text in Form C. It must hold no lone surrogates.</summary>
    public static string Compose(string text)
    {
        // Every character below U+0300 is its own Form C.
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u02FF') < 0)
        {
            return text;
        }

        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, points);
        }

        Reorder(points);
        var result = new StringBuilder(points.Count);
        foreach (var point in Recompose(points))
        {
            result.Append(char.ConvertFromUtf32(point));
        }

        return result.ToString();
    }

    private static void Decompose(int point, List<int> points)
    {
        var hangul = point - SBase;
        if (hangul is >= 0 and < SCount)
        {
            points.Add(LBase + (hangul / (VCount * TCount)));
            points.Add(VBase + (hangul % (VCount * TCount) / TCount));
            if (hangul % TCount != 0)
            {
                points.Add(TBase + (hangul % TCount));
            }
        }
        else if (Decompositions.TryGetValue(point, out var parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, points);
            }
        }
        else
        {
            points.Add(point);
        }
    }

    /// <summary>Sorts each run of combining marks by class, keeping the order of equal ones.</summary>
    private static void Reorder(List<int> points)
    {
        for (var start = 0; start < points.Count; start++)
        {
            var end = start;
            while (end < points.Count && Class(points[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var sorted = points.GetRange(start, end - start).OrderBy(Class).ToList();
                for (var i = 0; i < sorted.Count; i++)
                {
                    points[start + i] = sorted[i];
                }
            }

            start = end;
        }
    }

    private static List<int> Recompose(List<int> points)
    {
        var result = new List<int>(points.Count);
        var starter = -1;
        var lastClass = 0;
        foreach (var point in points)
        {
            var current = Class(point);

            // A mark is blocked from its starter by one of the same or a higher class between them (UAX #15, D115).
            var blocked = starter < 0 || (lastClass >= current && starter != result.Count - 1);
            if (!blocked && Pair(result[starter], point) is { } composed)
            {
                result[starter] = composed;
                continue;
            }

            if (current == 0)
            {
                starter = result.Count;
            }

            lastClass = current;
            result.Add(point);
        }

        return result;
    }

    private static int? Pair(int first, int second)
    {
        if (first - LBase is >= 0 and < LCount && second - VBase is >= 0 and < VCount)
        {
            return SBase + ((((first - LBase) * VCount) + second - VBase) * TCount);
        }

        if (first - SBase is >= 0 and < SCount && (first - SBase) % TCount == 0 && second - TBase is > 0 and < TCount)
        {
            return first + second - TBase;
        }

        return Compositions.TryGetValue((first, second), out var composed) ? composed : null;
    }

    private static byte Class(int point) => Classes.GetValueOrDefault(point);

    private static void ReadRow(string line)
    {
        var mark = line.AsSpan().IndexOfAny('=', '>', ':');
        var (left, right) = (line[..mark], line[(mark + 1)..]);
        if (line[mark] == ':')
        {
            var ends = left.Split('-');
            for (var point = Hex(ends[0]); point <= Hex(ends[1]); point++)
            {
                Classes[point] = byte.Parse(right, CultureInfo.InvariantCulture);
            }

            return;
        }

        var parts = Array.ConvertAll(right.Split(' '), Hex);
        Decompositions[Hex(left)] = parts;
        if (line[mark] == '=')
        {
            Compositions[(parts[0], parts[1])] = Hex(left);
        }
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
