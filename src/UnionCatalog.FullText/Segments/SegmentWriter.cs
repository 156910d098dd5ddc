namespace UnionCatalog.FullText.Segments;

/// <summary>Drafts one segment file, section by section.</summary>
internal sealed class SegmentWriter(Disk disk, string path, byte[] fingerprint) : IDisposable
{
    /// <summary>Begins a section; any number may be open at a time.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="at">The field's or column's place in the schema.</param>
    public SectionWriter Open(SectionKind kind, int at) => throw new NotImplementedException($"{disk}{path}{fingerprint}{kind}{at}");

    /// <summary>Writes the file.</summary>
    /// <param name="documents">How many documents the segment has.</param>
    public void Finish(int documents) => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
