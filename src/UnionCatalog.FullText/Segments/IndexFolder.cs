using System.Globalization;

namespace UnionCatalog.FullText.Segments;

/// <summary>The folder of an index and the names in it.</summary>
internal sealed class IndexFolder(string directory, IndexSchema schema, Disk disk)
{
    /// <summary>Ends the name of what a segment's section spills into while it is written.</summary>
    public const string PartSuffix = ".part";

    private const string SegmentSuffix = ".segment";

    private readonly string _path = Path.GetFullPath(directory);

    /// <summary>Segments to be deleted once it is certain which manifest is on disk, or that could not be deleted so far.</summary>
    private List<long> _kept = [];
    private readonly Lock _gate = new();
    private long _lastNumber;
    private bool _isUncertain;
    private bool _isClosed;

    public IndexSchema Schema => schema;

    public Disk Disk => disk;

    /// <summary>Names everything that decides what is in the files: fields with their analysis, and columns.</summary>
    public byte[] Fingerprint { get; } = schema.Fingerprint();

    public string ManifestPath => Path.Combine(_path, "manifest");

    public string SegmentPath(long number) => Path.Combine(_path, $"{number:x8}{SegmentSuffix}");

    /// <summary>A number that no segment in the folder has, so that no file is ever written over.</summary>
    public long NewNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Keeps every other writer out, of this process or another, until it is disposed of or the process ends.</summary>
    /// <exception cref="InvalidOperationException">Another has the index open.</exception>
    public FileStream Lock()
    {
        Directory.CreateDirectory(_path);
        try
        {
            return new FileStream(Path.Combine(_path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new InvalidOperationException(
                $"The index in '{_path}' is open already, here or in another process: stop that one first.", error);
        }
    }

    public bool HasSegments() => Directory.EnumerateFiles(_path, "*" + SegmentSuffix).Any();

    /// <summary>Clears away what a crash left half done, and segments that nobody needs any more.</summary>
    /// <param name="named">The segments that the manifest names.</param>
    public void ClearAllBut(IReadOnlySet<long> named)
    {
        foreach (var path in Directory.EnumerateFiles(_path).ToArray())
        {
            var name = Path.GetFileName(path);
            if (name.EndsWith(PartSuffix, StringComparison.Ordinal) || name == Path.GetFileName(ManifestDraftPath))
            {
                TryDelete(path);
            }
            else if (name.EndsWith(SegmentSuffix, StringComparison.Ordinal)
                && long.TryParse(name[..^SegmentSuffix.Length], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number))
            {
                _lastNumber = Math.Max(_lastNumber, number);
                if (!named.Contains(number))
                {
                    TryDelete(path);
                }
            }
        }
    }

    /// <summary>Deletes a segment that the manifest does not name; on Linux those who have it mapped read on.</summary>
    public void DeleteSegment(long number)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            if (_isUncertain || !TryDelete(SegmentPath(number)))
            {
                _kept.Add(number);
            }
        }
    }

    /// <summary>Puts a manifest in the place of the one there is: the moment of a commit.</summary>
    public void ReplaceManifest(ReadOnlySpan<byte> manifest)
    {
        using (var file = disk.Create(ManifestDraftPath))
        {
            disk.Write(file, manifest, 0);
        }

        disk.Flush(ManifestDraftPath);
        lock (_gate)
        {
            // Until both have been done, either manifest may be the one that is found after a crash: no segment may go.
            _isUncertain = true;
        }

        disk.Rename(ManifestDraftPath, ManifestPath);
        disk.FlushFolder(_path);
    }

    /// <summary>Says which segments the manifest on disk names; those that were to be deleted meanwhile, and are not among them, go.</summary>
    public void ManifestIsCertain(IReadOnlySet<long> named)
    {
        lock (_gate)
        {
            _isUncertain = false;
            var waiting = _kept;
            _kept = [];
            waiting.RemoveAll(named.Contains);
            waiting.ForEach(DeleteSegment);
        }
    }

    /// <summary>From now on nothing is deleted: the folder may be another's.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
        }
    }

    private string ManifestDraftPath => Path.Combine(_path, "manifest.draft");

    private bool TryDelete(string path)
    {
        try
        {
            disk.Delete(path);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Windows does not delete what is mapped: a later commit or the next opening clears it away.
            return false;
        }
    }
}
