using System.Text.Json;

namespace UnionCatalog.Harvesting.Files;

/// <summary>Where in a delivery a harvest stands, as its run keeps it.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Stamp">Its length and time: another file of the same name is begun anew.</param>
/// <param name="Records">How many of its records are stored.</param>
/// <param name="IsWhole">Whether these are all of them.</param>
/// <param name="Then">The names of the files that are to come after it.</param>
internal sealed record FilePosition(string File, string Stamp, long Records, bool IsWhole, IReadOnlyList<string> Then)
{
    /// <summary>The position at the beginning of a file.</summary>
    public static FilePosition At(string path, IEnumerable<string> then)
    {
        var info = new FileInfo(path);
        return new(info.Name, $"{info.Length} {info.LastWriteTimeUtc:O}", 0, IsWhole: false, [.. then.Select(Path.GetFileName).OfType<string>()]);
    }

    /// <summary>Reads what <see cref="ToToken"/> wrote; null for nothing.</summary>
    public static FilePosition? Read(string? token) => token is null ? null : JsonSerializer.Deserialize<FilePosition>(token);

    /// <summary>The position as text.</summary>
    public string ToToken() => JsonSerializer.Serialize(this);
}
