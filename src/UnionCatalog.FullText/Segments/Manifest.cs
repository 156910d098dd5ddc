namespace UnionCatalog.FullText.Segments;

/// <summary>
/// The one file that says what the index is: a commit is the moment when it is renamed into place. Segments that it does not
/// name are left over from a commit that did not come to its end.
/// </summary>
/// <param name="Cursor">The caller's cursor.</param>
/// <param name="Segments">The segments.</param>
internal sealed record Manifest(long Cursor, IReadOnlyList<LiveSegment> Segments)
{
    /// <summary>Of an index that nothing was ever committed to.</summary>
    public static Manifest Empty { get; } = new(0, []);

    public void Write(IndexFolder folder)
    {
        using (var file = new IndexFileWriter(folder.ManifestDraftPath, folder.Fingerprint))
        {
            file.Write<long>([Cursor, .. Segments.Select(live => live.Segment.Number)]);
            foreach (var live in Segments)
            {
                file.Write<byte>(live.Segment.Checksum);
                file.Write(live.Deleted is null ? [] : live.Deleted.Words);
            }

            file.Finish();
        }

        File.Move(folder.ManifestDraftPath, folder.ManifestPath, overwrite: true);
        folder.Flush();
    }

    /// <exception cref="IndexDamagedException">It or one of its segments cannot be used.</exception>
    public static Manifest Read(IndexFolder folder)
    {
        if (!File.Exists(folder.ManifestPath))
        {
            return Empty;
        }

        using var file = new IndexFileReader(folder.ManifestPath, folder.Fingerprint);
        var numbers = file.Read<long>();
        var segments = new List<(long Number, byte[] Checksum, ulong[] Deleted)>();
        foreach (var number in numbers.Skip(1))
        {
            segments.Add((number, file.Read<byte>(), file.Read<ulong>()));
        }

        file.Finish();
        return new Manifest(numbers[0],
        [
            .. segments.Select(entry => new LiveSegment(
                Segment.Open(folder, entry.Number, entry.Checksum),
                entry.Deleted.Length == 0 ? null : new BitSet(entry.Deleted))),
        ]);
    }
}
