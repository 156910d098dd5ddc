using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace UnionCatalog.FullText.Segments;

/// <summary>The folder of an index and the names in it.</summary>
internal sealed class IndexFolder(string directory, IndexSchema schema)
{
    private const string SegmentSuffix = ".segment";

    private readonly string _path = Path.GetFullPath(directory);

    public IndexSchema Schema => schema;

    /// <summary>Names everything that decides what is in the files: fields with their analysis, and columns.</summary>
    public byte[] Fingerprint { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
    [
        .. schema.Fields.Select(field => $"field\t{field.Name}\t{field.Analyzer.Identity}"),
        .. schema.Columns.Select(column => $"{column.GetType().Name}\t{column.Name}"),
    ])));

    public string ManifestPath => Path.Combine(_path, "manifest");

    public string ManifestDraftPath => Path.Combine(_path, "manifest.draft");

    public string SegmentPath(long number) => Path.Combine(_path, $"{number:x8}{SegmentSuffix}");

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

    /// <summary>Deletes what no snapshot to come will refer to: segments outside of these, and a draft of the manifest.</summary>
    public void DeleteAllBut(IEnumerable<Segment> segments)
    {
        File.Delete(ManifestDraftPath);
        foreach (var number in SegmentNumbers().Except(segments.Select(segment => segment.Number)).ToArray())
        {
            File.Delete(SegmentPath(number));
        }
    }

    /// <summary>A number that no segment in the folder has, so that no file is ever written over.</summary>
    public long FreeNumber() => SegmentNumbers().DefaultIfEmpty(0).Max() + 1;

    /// <summary>Waits until the disk has the names in this folder, not only what is in the files.</summary>
    public void Flush() => FolderFlush.Flush(_path);

    private IEnumerable<long> SegmentNumbers()
    {
        foreach (var file in Directory.EnumerateFiles(_path, "*" + SegmentSuffix))
        {
            if (long.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.HexNumber, null, out var number))
            {
                yield return number;
            }
        }
    }
}
