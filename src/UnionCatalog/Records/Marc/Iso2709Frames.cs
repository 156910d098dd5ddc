using System.Buffers;

namespace UnionCatalog.Records.Marc;

/// <summary>Cuts a stream into records, by the length in the leader where a record ends there, otherwise by the terminator.</summary>
internal sealed class Iso2709Frames(Stream stream, int longest)
{
    private const int LengthDigits = 5;

    // White space, fill characters, a control-Z of old systems, a byte order mark, a terminator too many.
    private static readonly SearchValues<byte> Separators = SearchValues.Create("\0\t\r\n \u001A\u001D\uFEFF"u8);

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool isAtEnd;
    private long bufferOffset;

    /// <summary>Where the current record begins in the stream.</summary>
    public long Offset { get; private set; }

    /// <summary>The current record's bytes.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Whether the current record was cut at the longest length; the rest, up to a terminator, was passed over.</summary>
    public bool IsTooLong { get; private set; }

    private ReadOnlySpan<byte> Buffered => buffer.AsSpan(start, end - start);

    /// <summary>Goes on to the next record; false at the end of the stream.</summary>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellation)
    {
        if (!await SkipSeparatorsAsync(cancellation))
        {
            return false;
        }

        int length;
        while ((length = FindLength(Buffered, isAtEnd)) < 0 && end - start < longest)
        {
            await FillAsync(cancellation);
        }

        IsTooLong = length < 0 || length > longest;
        Offset = bufferOffset + start;
        length = IsTooLong ? longest : length;
        Current = buffer.AsSpan(start, length).ToArray();
        start += length;
        if (IsTooLong)
        {
            await SkipRecordAsync(cancellation);
        }

        return true;
    }

    /// <summary>The length of the record that begins here; -1 where more bytes are needed to tell.</summary>
    private static int FindLength(ReadOnlySpan<byte> bytes, bool isAtEnd)
    {
        var stated = bytes.Length < LengthDigits ? -1 : Iso2709.Number(bytes[..LengthDigits]);
        var terminator = bytes.IndexOf(Iso2709.RecordTerminator);
        if (stated <= MarcRecord.LeaderLength)
        {
            return terminator >= 0 ? terminator + 1 : isAtEnd ? bytes.Length : -1;
        }

        // The next record's leader is wanted as well, to tell a wrong length from a lost terminator.
        if (bytes.Length < stated + MarcRecord.LeaderLength && !isAtEnd)
        {
            return terminator == stated - 1 ? stated : -1;
        }

        var endsThere = stated <= bytes.Length && bytes[stated - 1] == Iso2709.RecordTerminator;
        var endsBefore = terminator >= 0 && terminator < stated - 1 && Iso2709.LooksLikeLeader(bytes[(terminator + 1)..]);
        if (endsThere && !endsBefore)
        {
            return stated;
        }

        // The terminator is lost, blanked or left out, where the next leader stands before any terminator.
        foreach (var length in (ReadOnlySpan<int>)[stated, stated - 1])
        {
            if (length < bytes.Length && (terminator < 0 || terminator > length) && Iso2709.LooksLikeLeader(bytes[length..]))
            {
                return length;
            }
        }

        return terminator >= 0 ? terminator + 1 : isAtEnd ? bytes.Length : -1;
    }

    private async ValueTask<bool> SkipSeparatorsAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var first = Buffered.IndexOfAnyExcept(Separators);
            if (first >= LengthDigits && Iso2709.LooksLikeLeader(Buffered[(first - LengthDigits)..]))
            {
                // A leader whose length was left blank.
                first -= LengthDigits;
            }

            start = first < 0 ? end : start + first;
            if (start < end || isAtEnd)
            {
                return start < end;
            }

            await FillAsync(cancellation);
        }
    }

    private async ValueTask SkipRecordAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var terminator = Buffered.IndexOf(Iso2709.RecordTerminator);
            start = terminator < 0 ? end : start + terminator + 1;
            if (terminator >= 0 || isAtEnd)
            {
                return;
            }

            await FillAsync(cancellation);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (start > 0)
        {
            Buffered.CopyTo(buffer);
            (bufferOffset, end, start) = (bufferOffset + start, end - start, 0);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation);
        isAtEnd = read == 0;
        end += read;
    }
}
