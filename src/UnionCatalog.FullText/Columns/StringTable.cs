namespace UnionCatalog.FullText.Columns;

/// <summary>Different strings in the order of their bytes, front-coded in blocks of 16.</summary>
internal sealed class StringTable
{
    public int Count => throw new NotImplementedException();

    public string this[int at] => throw new NotImplementedException($"{at}");

    /// <summary>The place of a string; when it is not there, the complement of the place where it would be.</summary>
    public int Find(ReadOnlySpan<byte> utf8) => throw new NotImplementedException();

    /// <summary>Copies a string's bytes.</summary>
    /// <param name="at">Its place.</param>
    /// <param name="to">Room for <see cref="IndexLimits.ValueLength"/> bytes.</param>
    /// <returns>How many bytes it has.</returns>
    public int Copy(int at, Span<byte> to) => throw new NotImplementedException();
}
