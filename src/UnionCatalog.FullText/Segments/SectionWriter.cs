namespace UnionCatalog.FullText.Segments;

/// <summary>Takes the bytes of one section.</summary>
internal sealed class SectionWriter
{
    /// <summary>How many bytes it has taken.</summary>
    public long Position => throw new NotImplementedException();

    public void Write(ReadOnlySpan<byte> bytes) => throw new NotImplementedException();

    /// <summary>Writes values as they lie in memory.</summary>
    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged => throw new NotImplementedException();

    /// <summary>Room to write into directly, at least so large; <see cref="Advance"/> says how much was used.</summary>
    /// <param name="size">At most 64 KiB.</param>
    public Span<byte> GetSpan(int size) => throw new NotImplementedException();

    public void Advance(int size) => throw new NotImplementedException();

    /// <summary>Pads with zeros up to a multiple.</summary>
    public void Align(int bytes) => throw new NotImplementedException();
}
