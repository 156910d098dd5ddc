namespace UnionCatalog.Harvesting.Files;

/// <summary>One file, given by hand. It is left where it is.</summary>
/// <param name="path">The file.</param>
internal sealed class SingleFile(string path) : IFileDelivery
{
    private bool _isDone;

    /// <inheritdoc/>
    /// <remarks>Another file is another delivery: it neither goes on where a cut-off one stood nor waits for that one.</remarks>
    public string Place { get; } = File.Exists(path) ? $"upload {Path.GetFileName(path)} {FilePosition.StampOf(path)}" : "upload";

    /// <inheritdoc/>
    public IReadOnlyList<string> Look() => _isDone ? [] : [path];

    /// <inheritdoc/>
    public void Stored(string path) => _isDone = true;

    /// <inheritdoc/>
    public void Failed(string path, MemberFault fault) => _isDone = true;
}
