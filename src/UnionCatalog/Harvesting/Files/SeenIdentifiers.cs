using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UnionCatalog.Records.Rows;

namespace UnionCatalog.Harvesting.Files;

/// <summary>
/// Notices an identifier that stands twice in one delivery: the second record would take the first one's place, and one of them
/// would be lost without a word.
/// </summary>
internal sealed class SeenIdentifiers
{
    // Digests, because a file may have a million of them.
    private readonly HashSet<UInt128> _seen = [];

    /// <summary>The record, or the same set aside where its identifier was there before.</summary>
    public FileEntry Check(FileEntry entry) =>
        entry is FileEntry.Live live && !_seen.Add(DigestOf(live.Key))
            ? new FileEntry.SetAside(
                live.Place, live.Key, RowProblems.Say("same-number", live.Key), live.Bytes)
            : entry;

    private static UInt128 DigestOf(string identifier) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(identifier)));
}
