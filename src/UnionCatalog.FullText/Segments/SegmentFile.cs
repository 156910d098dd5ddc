namespace UnionCatalog.FullText.Segments;

/// <summary>
/// A segment file, mapped into memory. Its header and tables are checked when it is opened, and that it is as long as they
/// say, so that no read faults.
/// </summary>
internal sealed class SegmentFile : IDisposable
{
    /// <summary>So much of the end of a file is read at once when it is opened: 1 MiB.</summary>
    private const long Tail = 1 << 20;

    private readonly MappedFile _mapped;
    private readonly byte[] _fingerprint;
    private readonly Dictionary<int, Section> _sections = [];
    private readonly Section _none;

    private SegmentFile(string path, MappedFile mapped, ReadOnlySpan<byte> fingerprint)
    {
        (Path, _mapped, _fingerprint) = (path, mapped, fingerprint.ToArray());
        // The tables, and before them the small sections, which will be asked for one by one.
        mapped.Prefetch(Math.Max(0, mapped.Length - Tail), Tail);
        Stamp = SegmentHeader.Read(path, mapped, fingerprint, out var documents, out var sections, out var chunks);
        DocumentCount = documents;
        foreach (var place in sections)
        {
            _sections.Add(Name(place.Kind, place.At), new Section(this, mapped, place, chunks));
        }

        _none = new Section(this, mapped, default, []);
    }

    /// <summary>How many documents the segment has.</summary>
    public int DocumentCount { get; }

    /// <summary>Where the file is, for messages.</summary>
    public string Path { get; }

    public SegmentStamp Stamp { get; }

    /// <summary>Opening is over: from now on it is read as searches need it.</summary>
    public void EndOpening() => _mapped.Expect(PageUse.Ordinary);

    public IReadOnlyCollection<Section> Sections => _sections.Values;

    /// <exception cref="IndexDamagedException">It cannot be used.</exception>
    public static SegmentFile Open(string path, ReadOnlySpan<byte> fingerprint)
    {
        MappedFile mapped;
        try
        {
            mapped = new MappedFile(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IndexDamagedException(path, "the file is missing");
        }

        try
        {
            return new SegmentFile(path, mapped, fingerprint);
        }
        catch
        {
            mapped.Dispose();
            throw;
        }
    }

    /// <summary>A section; one that is not there is empty.</summary>
    public Section Section(SectionKind kind, int at) => _sections.GetValueOrDefault(Name(kind, at), _none);

    /// <summary>Reads every byte, and compares every checksum again.</summary>
    /// <exception cref="IndexDamagedException">One differs.</exception>
    public void Check(CancellationToken cancellation)
    {
        if (Problems(cancellation).FirstOrDefault() is { } problem)
        {
            throw Damaged(problem);
        }
    }

    /// <summary>Reads every byte, compares every checksum again, and says what differs.</summary>
    public IEnumerable<string> Problems(CancellationToken cancellation)
    {
        if (HeaderProblem() is { } header)
        {
            yield return header;
        }

        foreach (var section in _sections.Values)
        {
            if (section.FirstDamage(cancellation) is { } problem)
            {
                yield return problem;
            }
        }
    }

    /// <summary>Writes the same file once more, after every byte has been checked.</summary>
    public void CopyTo(Disk disk, string path)
    {
        Check(CancellationToken.None);
        using var file = disk.Create(path);
        for (long at = 0; at < _mapped.Length;)
        {
            var piece = _mapped.Bytes(at, (int)Math.Min(1 << 20, _mapped.Length - at));
            disk.Write(file, piece, at);
            at += piece.Length;
        }
    }

    public IndexDamagedException Damaged(string reason) => new(Path, reason);

    public void Dispose() => _mapped.Dispose();

    private string? HeaderProblem()
    {
        try
        {
            return SegmentHeader.Read(Path, _mapped, _fingerprint, out _, out _, out _) == Stamp ? null : "its header has changed";
        }
        catch (IndexDamagedException damage)
        {
            return damage.Reason;
        }
    }

    private static int Name(SectionKind kind, int at) => ((int)kind << 16) | at;
}
