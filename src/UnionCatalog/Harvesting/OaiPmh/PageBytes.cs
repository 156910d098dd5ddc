using System.Buffers;
using System.IO.Compression;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>Fetches a reply's body whole, since what is wrong with a page shows itself anywhere in it.</summary>
internal static class PageBytes
{
    private const int UsualSize = 1 << 19;

    /// <summary>Reads to the end. A body that is compressed without its header saying so is unpacked.</summary>
    /// <param name="body">The body, unpacked as the header says.</param>
    /// <param name="limit">The most bytes that may come, unpacked.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="MemberFault">It is larger than allowed.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, long limit, CancellationToken cancellation)
    {
        var page = await CopyAsync(body, limit, cancellation);
        if (!IsGzip(page.Span))
        {
            return page;
        }

        await using var unpacked = new GZipStream(new MemoryStream(page.ToArray()), CompressionMode.Decompress);
        return await CopyAsync(unpacked, limit, cancellation);
    }

    private static async Task<ReadOnlyMemory<byte>> CopyAsync(Stream body, long limit, CancellationToken cancellation)
    {
        var page = ArrayPool<byte>.Shared.Rent(UsualSize);
        try
        {
            var length = 0;
            for (int read; (read = await body.ReadAsync(page.AsMemory(length), cancellation)) > 0;)
            {
                length += read;
                if (length > limit)
                {
                    throw Faults.TooLarge("", limit, "bytes");
                }

                page = length == page.Length ? Grow(page) : page;
            }

            return page.AsSpan(0, length).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(page);
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
