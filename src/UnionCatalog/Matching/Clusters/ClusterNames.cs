using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters;

/// <summary>Names a cluster after its eldest record.</summary>
internal static class ClusterNames
{
    // Base 32 after RFC 4648, section 6, in lower case: 60 bits of the hash.
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int Length = 12;

    /// <summary>The bits of a name after a record.</summary>
    /// <param name="eldest">The record.</param>
    /// <param name="turn">0 for the first name, 1 for the next, where the first is taken.</param>
    public static long BitsAfter(RecordKey eldest, int turn)
    {
        var suffix = turn == 0 ? "" : '\n' + turn.ToString(CultureInfo.InvariantCulture);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{eldest.Source.Value}\n{eldest.Identifier}{suffix}"));
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    /// <summary>The name of these bits.</summary>
    public static ClusterId Of(long bits) => new(string.Create(Length, bits, (letters, all) =>
    {
        for (var i = 0; i < Length; i++)
        {
            letters[i] = Alphabet[(int)((all >> (59 - (5 * i))) & 31)];
        }
    }));
}
