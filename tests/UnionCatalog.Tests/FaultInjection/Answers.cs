using System.Globalization;
using System.IO.Compression;
using System.Text;
using UnionCatalog.Tests.Harvesting;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>What a server may do with a request, good and bad.</summary>
internal static class Answers
{
    private const int ChunkSize = 1 << 16;

    /// <summary>A good answer's head, which does not tell the length.</summary>
    public static byte[] Ok { get; } = Head("");

    /// <summary>The reply as it is, with its length.</summary>
    public static Answer Page(Reply reply) => Raw(Bytes(reply));

    /// <summary>These bytes, be they HTTP or not; then the connection ends.</summary>
    public static Answer Raw(byte[] bytes) => conversation => conversation.SendAsync(bytes);

    public static Answer Raw(string text) => Raw(Encoding.UTF8.GetBytes(text));

    /// <summary>One answer after the other, the last one for ever.</summary>
    public static Answer InTurn(params Answer[] answers)
    {
        var next = -1;
        return conversation => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](conversation);
    }

    /// <summary>A status alone, as a server says that it is busy.</summary>
    public static Answer Status(int status, params (string Name, string Value)[] headers) => Page(Reply.Fail(status, headers));

    /// <summary>The reply up to this share of it, and then a reset.</summary>
    public static Answer Reset(Reply reply, double share) => async conversation =>
    {
        await conversation.SendAsync(Part(reply, share));
        conversation.Reset();
    };

    /// <summary>The reply up to this share of it, and then the connection ends as if that were all.</summary>
    public static Answer BrokenOff(Reply reply, double share) => conversation => conversation.SendAsync(Part(reply, share));

    /// <summary>The reply up to this share of it, and then nothing for ever, while the clock goes on.</summary>
    public static Answer Stall(Reply reply, double share, Action<TimeSpan> advance) => async conversation =>
    {
        await conversation.SendAsync(Part(reply, share));
        advance(TimeSpan.FromHours(3));
        await Task.Delay(Timeout.Infinite, conversation.Stopped);
    };

    /// <summary>A page that comes byte by byte, a minute each, for three hours; and then nothing.</summary>
    public static Answer Trickle(Action<TimeSpan> advance) => async conversation =>
    {
        await conversation.SendAsync(Ok);
        for (var minute = 0; minute < 180; minute++)
        {
            await conversation.SendAsync(new byte[] { (byte)' ' });
            advance(TimeSpan.FromMinutes(1));
        }

        await Task.Delay(Timeout.Infinite, conversation.Stopped);
    };

    /// <summary>An answer that is made while it goes out: its beginning, and this piece again and again up to a size.</summary>
    /// <param name="beginning">What it begins with, from the first line of HTTP on.</param>
    /// <param name="piece">What comes after it, for ever.</param>
    /// <param name="size">The size in bytes, to which it does not come.</param>
    public static Answer Endless(byte[] beginning, byte[] piece, long size) => async conversation =>
    {
        await conversation.SendAsync(beginning);
        byte[] chunk = [.. Enumerable.Repeat(piece, Math.Max(1, ChunkSize / piece.Length)).SelectMany(bytes => bytes)];
        for (long sent = beginning.Length; sent < size; sent += chunk.Length)
        {
            await conversation.SendAsync(chunk);
        }
    };

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] Bytes(Reply reply)
    {
        var headers = string.Concat(reply.Headers.Select(header => $"{header.Name}: {header.Value}\r\n"));
        var encoding = reply.Encoding is null ? "" : $"Content-Encoding: {reply.Encoding}\r\n";
        var length = reply.Body.Length.ToString(CultureInfo.InvariantCulture);
        return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {reply.Status} Status\r\nContent-Type: {reply.ContentType}\r\n{headers}{encoding}Content-Length: {length}\r\nConnection: close\r\n\r\n"), .. reply.Body];
    }

    /// <summary>A good answer's head.</summary>
    /// <param name="headers">Further lines, each with its end.</param>
    public static byte[] Head(string headers) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n{headers}Connection: close\r\n\r\n");

    private static ReadOnlyMemory<byte> Part(Reply reply, double share)
    {
        var bytes = Bytes(reply);
        return bytes.AsMemory(0, (int)(bytes.Length * share));
    }
}
