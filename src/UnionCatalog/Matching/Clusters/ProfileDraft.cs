using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Clusters;

/// <summary>What a record is compared by, made ready to be stored.</summary>
/// <param name="Hash">What names it: records with the same share it.</param>
/// <param name="Bytes">The features.</param>
/// <param name="Title">Its title, hashed.</param>
/// <param name="IsPoor">Whether it says too little to be compared, all its identifiers believed.</param>
internal readonly record struct ProfileDraft(UInt128 Hash, byte[] Bytes, long Title, bool IsPoor)
{
    /// <summary>That of these features.</summary>
    /// <param name="features">The features.</param>
    /// <param name="owner">The record whose own it is, because an override names it; null for one that others may share.</param>
    public static ProfileDraft Of(MatchFeatures features, RecordKey? owner)
    {
        var bytes = FeatureBytes.Write(features);
        return new(HashOf(bytes, owner), bytes, Identifiers.TitleOf(features), IsTooPoor(features, null));
    }

    /// <summary>Whether features are too few to tell that a record is of the same edition even as itself.</summary>
    public static bool IsTooPoor(MatchFeatures features, IReadOnlySet<string>? suspicious) =>
        PairComparer.Judge(features, features, suspicious).Outcome != Outcome.Same;

    private static UInt128 HashOf(byte[] bytes, RecordKey? owner)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (owner is null)
        {
            SHA256.HashData(bytes, hash);
        }
        else
        {
            SHA256.HashData([.. bytes, .. Encoding.UTF8.GetBytes($"\n{owner.Source.Value}\n{owner.Identifier}")], hash);
        }

        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
