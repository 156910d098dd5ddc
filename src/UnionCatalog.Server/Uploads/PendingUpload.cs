using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Server.Uploads;

/// <summary>A file that a member sent and has not confirmed yet.</summary>
/// <param name="Token">Its name, which nobody guesses: whoever knows it has given the member's password.</param>
/// <param name="Member">The member.</param>
/// <param name="Path">Where the file is.</param>
/// <param name="Columns">Heading → field, as the member put it right.</param>
internal sealed record PendingUpload(string Token, SourceId Member, string Path, IReadOnlyDictionary<string, string> Columns)
{
    /// <summary>The file's name as it was sent.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>What the configuration says of the member's files, and over it what the member put right.</summary>
    public FilesSource Over(FilesSource source) => source with
    {
        Columns = source.Columns.Where(column => !Columns.ContainsKey(column.Key)).Concat(Columns)
            .ToDictionary(column => column.Key, column => column.Value, StringComparer.OrdinalIgnoreCase),
    };
}
