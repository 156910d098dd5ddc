using System.Buffers;
using System.IO.Compression;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>
/// A reply's body, fetched whole, since what is wrong with a page shows itself anywhere in it. Its room is lent and given back
/// when the page has been read: memory of this size is otherwise collected late, and costs the more the longer the list.
/// </summary>
internal sealed class PageBytes : IDisposable
{
    private const int UsualSize = 1 << 19;

    private byte[] _room = ArrayPool<byte>.Shared.Rent(UsualSize);
    private int _length;

    private PageBytes()
    {
    }

    /// <summary>The bytes, until this is disposed of.</summary>
    public ReadOnlyMemory<byte> Memory => _room.AsMemory(0, _length);

    /// <summary>Reads to the end. A body that is compressed without its header saying so is unpacked.</summary>
    /// <param name="body">The body, unpacked as the header says.</param>
    /// <param name="limit">The most bytes that may come, unpacked.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="MemberFault">It is larger than allowed.</exception>
    public static async Task<PageBytes> ReadAsync(Stream body, long limit, CancellationToken cancellation)
    {
        var page = await CopyAsync(body, limit, cancellation);
        if (!IsGzip(page.Memory.Span))
        {
            return page;
        }

        using var packed = page;
        await using var unpacked = new GZipStream(new MemoryStream(packed._room, 0, packed._length), CompressionMode.Decompress);
        return await CopyAsync(unpacked, limit, cancellation);
    }

    public void Dispose()
    {
        var room = Interlocked.Exchange(ref _room, []);
        _length = 0;
        if (room.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static async Task<PageBytes> CopyAsync(Stream body, long limit, CancellationToken cancellation)
    {
        var page = new PageBytes();
        try
        {
            for (int read; (read = await body.ReadAsync(page._room.AsMemory(page._length), cancellation)) > 0;)
            {
                page._length += read;
                if (page._length > limit)
                {
                    throw Faults.TooLarge("", limit, "bytes");
                }

                page._room = page._length == page._room.Length ? Grow(page._room) : page._room;
            }

            return page;
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    private static byte[] Grow(byte[] page)
    {
        var larger = ArrayPool<byte>.Shared.Rent(page.Length * 2);
        page.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(page);
        return larger;
    }

    /// <summary>RFC 1952, section 2.3.1.</summary>
    private static bool IsGzip(ReadOnlySpan<byte> page) => page is [0x1F, 0x8B, 8, ..];
}
