using UnionCatalog.Records;

namespace UnionCatalog.Harvesting.Files;

/// <summary>One record of a file.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Identifier">What it is known by from one delivery to the next; null where that cannot be told.</param>
internal abstract record FileEntry(FilePlace Place, string? Identifier)
{
    /// <summary>A record that can be read.</summary>
    public sealed record Live(FilePlace Place, string Key, MetadataFormat Format, ReadOnlyMemory<byte> Bytes) : FileEntry(Place, Key);

    /// <summary>A record that the file says is deleted.</summary>
    public sealed record Gone(FilePlace Place, string Key) : FileEntry(Place, Key);

    /// <summary>A record that cannot be read, and why, without its place.</summary>
    public sealed record SetAside(FilePlace Place, string? Key, string Reason, ReadOnlyMemory<byte> Bytes) : FileEntry(Place, Key);
}

/// <summary>A place in a file.</summary>
/// <param name="IsLine">Whether it is a line; else the number of a record.</param>
/// <param name="Number">Counted from 1.</param>
public readonly record struct FilePlace(bool IsLine, long Number)
{
    /// <inheritdoc/>
    public override string ToString() => IsLine ? $"Line {Number}" : $"Record {Number}";
}
