using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters;

/// <summary>Names a cluster after its eldest record, so that a rebuild gives it the same name.</summary>
internal static class ClusterNames
{
    // Base 32 after RFC 4648, section 6, in lower case: 60 bits of the hash.
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int Length = 12;

    /// <summary>The name of the cluster whose eldest record this is.</summary>
    public static ClusterId After(RecordKey eldest)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(eldest.Source.Value + '\n' + eldest.Identifier));
        var bits = BinaryPrimitives.ReadUInt64BigEndian(hash);
        return new ClusterId(string.Create(Length, bits, (letters, all) =>
        {
            for (var i = 0; i < Length; i++)
            {
                letters[i] = Alphabet[(int)((all >> (59 - (5 * i))) & 31)];
            }
        }));
    }
}
