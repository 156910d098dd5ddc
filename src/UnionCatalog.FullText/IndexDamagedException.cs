namespace UnionCatalog.FullText;

/// <summary>
/// A file of the index cannot be used: told when it is opened, or when the damaged part is first read. The index is derived data:
/// delete it and build it again.
/// </summary>
/// <param name="file">The file at fault.</param>
/// <param name="reason">What is wrong with it.</param>
public sealed class IndexDamagedException(string file, string reason)
    : Exception($"The index file '{file}' cannot be used: {reason}. Run 'rebuild-index' to build the index again.")
{
    /// <summary>The file at fault.</summary>
    public string File { get; } = file;

    /// <summary>What is wrong with it.</summary>
    internal string Reason { get; } = reason;
}
