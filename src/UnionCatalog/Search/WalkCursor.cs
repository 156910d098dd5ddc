using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Hashing;
using System.Text;
using UnionCatalog.FullText;

namespace UnionCatalog.Search;

/// <summary>
/// Where a walk through all hits goes on, as an address has it: which search it is, which state of the index, and the hit behind which it
/// goes on. Scores are of one state of the index only, so that a walk by relevance ends with it; every other order is of what stands in
/// the editions, and goes on where it was.
/// </summary>
internal static class WalkCursor
{
    private const int HeadBytes = 2 * sizeof(ulong);

    private static readonly int HeadLetters = Base64Url.GetEncodedLength(HeadBytes);

    public static string Write(SearchRequest request, IIndexSnapshot snapshot, SearchPlan plan, Hit last)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(head, Fingerprint(request));
        BinaryPrimitives.WriteUInt64LittleEndian(head[sizeof(ulong)..], snapshot.Stamp);
        return Base64Url.EncodeToString(head) + snapshot.CursorAt(plan, last);
    }

    /// <summary>The hit behind which to go on, as the index has it.</summary>
    /// <exception cref="InvalidSearchException">No answer to this search gave it, or it was given before the index changed.</exception>
    public static string Read(SearchRequest request, IIndexSnapshot snapshot)
    {
        var cursor = request.After ?? "";
        var head = new byte[HeadBytes];
        if (cursor.Length <= HeadLetters || Base64Url.DecodeFromChars(cursor.AsSpan(0, HeadLetters), head, out _, out _) != OperationStatus.Done)
        {
            throw Unknown();
        }

        if (BinaryPrimitives.ReadUInt64LittleEndian(head) != Fingerprint(request))
        {
            throw new InvalidSearchException("cursor", "cursor: it was given for another search. Everything but the size must be as it was.");
        }

        return !IsByScore(request.Sort) || BinaryPrimitives.ReadUInt64LittleEndian(head.AsSpan(sizeof(ulong))) == snapshot.Stamp
            ? cursor[HeadLetters..]
            : throw new InvalidSearchException(
                "cursor",
                "cursor: the catalogue has changed since it was given, and the order by relevance with it. Begin again, or sort by arrival, which is gone through whatever changes.");
    }

    /// <summary>What is told of a cursor that no answer gave.</summary>
    public static InvalidSearchException Unknown() => new("cursor", "cursor: expected is one that an answer to this search gave.");

    private static bool IsByScore(SearchSort sort) => sort is SearchSort.Relevance or SearchSort.Nearest;

    private static ulong Fingerprint(SearchRequest request) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(RequestText.Of(request)));
}
