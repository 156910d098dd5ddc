namespace UnionCatalog.FullText.Segments;

/// <summary>A segment file, mapped into memory. Its header and table of sections are checked when it is opened.</summary>
internal sealed class SegmentFile : IDisposable
{
    /// <summary>How many documents the segment has.</summary>
    public int DocumentCount => throw new NotImplementedException();

    /// <summary>Where the file is, for messages.</summary>
    public string Path => throw new NotImplementedException();

    /// <exception cref="IndexDamagedException">It cannot be used.</exception>
    public static SegmentFile Open(string path, ReadOnlySpan<byte> fingerprint) => throw new NotImplementedException();

    /// <summary>A section; one that is not there is empty.</summary>
    public Section Section(SectionKind kind, int at) => throw new NotImplementedException();

    public IndexDamagedException Damaged(string reason) => new(Path, reason);

    public void Dispose() => throw new NotImplementedException();
}
