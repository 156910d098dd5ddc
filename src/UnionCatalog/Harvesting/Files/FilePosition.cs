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
    public static FilePosition At(string path, IEnumerable<string> then) =>
        new(Path.GetFileName(path), StampOf(path), 0, IsWhole: false, [.. then.Select(Path.GetFileName).OfType<string>()]);

    /// <summary>The length and time of a file.</summary>
    public static string StampOf(string path) => $"{new FileInfo(path).Length} {System.IO.File.GetLastWriteTimeUtc(path):O}";

    /// <summary>Reads what <see cref="ToToken"/> wrote; null for nothing.</summary>
    public static FilePosition? Read(string? token) => token is null ? null : JsonSerializer.Deserialize<FilePosition>(token);

    /// <summary>The position as text.</summary>
    public string ToToken() => JsonSerializer.Serialize(this);
}
