namespace UnionCatalog.FullText.Columns;

/// <summary>Numbers side by side in three bytes each, or in four where the greatest needs them: what is counted row by row waits for memory, not for reckoning.</summary>
internal sealed class PackedNumbers
{
    private const int Three = 3;
    private const int Most = 1 << (8 * Three);

    private readonly byte[] _bytes;

    /// <summary>Room for numbers, all 0.</summary>
    /// <param name="count">How many.</param>
    /// <param name="until">None is as great as this.</param>
    public PackedNumbers(int count, int until)
    {
        Width = until <= Most ? Three : sizeof(int);
        Until = until;
        // Each is read as four bytes.
        _bytes = new byte[((long)count * Width) + sizeof(int) - Width];
    }

    /// <summary>Bytes a number.</summary>
    public int Width { get; }

    /// <summary>No number is as great as this.</summary>
    public int Until { get; }

    /// <summary>What is left of four bytes.</summary>
    public uint Mask => uint.MaxValue >> (8 * (sizeof(int) - Width));

    /// <summary>The bytes, the lowest of a number first.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Puts a number in its place.</summary>
    public void Put(int place, int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)number, (uint)Until);
        var to = _bytes.AsSpan(place * Width, Width);
        for (var at = 0; at < to.Length; at++, number >>= 8)
        {
            to[at] = (byte)number;
        }
    }
}
