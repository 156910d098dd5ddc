using System.Collections.Frozen;
using System.Globalization;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>The MARC-8 code tables, read once from the embedded marc8.txt; see there for its form and source.</summary>
internal static class Marc8Tables
{
    /// <summary>The final escape byte of the one set whose characters take three bytes (EACC: Chinese, Japanese, Korean).</summary>
    public const byte EastAsian = 0x31;

    private static readonly Dictionary<byte, Marc8Character[]> SingleByte = [];
    private static readonly FrozenDictionary<int, Marc8Character> ThreeByte = Load();

    public static bool IsSet(byte set) => set == EastAsian || SingleByte.ContainsKey(set);

    /// <summary>A character of a one-byte set, the code's high bit ignored: the same set serves as G0 and as G1.</summary>
    public static Marc8Character Find(byte set, byte code) => SingleByte[set][code & 0x7F];

    /// <summary>A character of EACC by its three bytes, the first highest.</summary>
    public static Marc8Character FindEastAsian(int code) => ThreeByte.GetValueOrDefault(code);

    private static FrozenDictionary<int, Marc8Character> Load()
    {
        var eastAsian = new Dictionary<int, Marc8Character>();
        foreach (var line in EmbeddedText.Lines("marc8.txt", "Marc"))
        {
            var parts = line.Split(' ');
            var set = byte.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var code = int.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            foreach (var part in parts.AsSpan(2))
            {
                var codePoint = int.Parse(part.TrimEnd('+'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                var character = new Marc8Character(codePoint, part.EndsWith('+'), IsDefined: true);
                if (set == EastAsian)
                {
                    eastAsian[code++] = character;
                }
                else
                {
                    (SingleByte.TryGetValue(set, out var table) ? table : SingleByte[set] = new Marc8Character[128])[code++ & 0x7F] = character;
                }
            }
        }

        return eastAsian.ToFrozenDictionary();
    }
}

/// <summary>What a MARC-8 code stands for; code point 0 is nothing to write.</summary>
internal readonly record struct Marc8Character(int CodePoint, bool IsCombining, bool IsDefined);
