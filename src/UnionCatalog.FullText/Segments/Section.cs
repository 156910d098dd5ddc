namespace UnionCatalog.FullText.Segments;

/// <summary>One section of a mapped file. It starts at a multiple of 64 bytes.</summary>
internal sealed class Section
{
    /// <summary>How long it is, in bytes.</summary>
    public long Length => throw new NotImplementedException();

    /// <summary>A part of it, whose chunks are compared with their checksums the first time that they are touched.</summary>
    /// <exception cref="IndexDamagedException">A checksum differs, or the part is outside of the section.</exception>
    public ReadOnlySpan<byte> Bytes(long offset, int length) => throw new NotImplementedException();

    /// <summary>The whole of it as values, checked the first time.</summary>
    /// <exception cref="IndexDamagedException">A checksum differs.</exception>
    public ReadOnlySpan<T> All<T>()
        where T : unmanaged => throw new NotImplementedException();
}
