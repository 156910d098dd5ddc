using UnionCatalog.Harvesting.Files;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Api;

/// <summary>What would come of a file.</summary>
/// <param name="Kind">iso2709, xml or table.</param>
/// <param name="Encoding">Of a table: its encoding.</param>
/// <param name="Delimiter">Of a table: what parts its cells.</param>
/// <param name="HeadingLine">Of a table: the line of its headings, 0 where it has none.</param>
/// <param name="Columns">Of a table: its columns.</param>
/// <param name="Records">How many records would be stored.</param>
/// <param name="Deleted">How many records the file says are deleted.</param>
/// <param name="SetAside">How many rows or records cannot be read.</param>
/// <param name="Titles">The titles of the first records.</param>
/// <param name="Problems">The first of what is wrong, each with its place.</param>
internal sealed record ApiFilePreview(
    FileKind? Kind,
    string? Encoding,
    string? Delimiter,
    long? HeadingLine,
    IReadOnlyList<ApiFileColumn> Columns,
    long Records,
    long Deleted,
    long SetAside,
    IReadOnlyList<string> Titles,
    IReadOnlyList<string> Problems)
{
    public static ApiFilePreview From(FilePreview preview) => new(
        preview.Kind,
        preview.Layout?.Encoding.WebName,
        preview.Layout?.Delimiter.ToString(),
        preview.Layout?.HeadingLine,
        [.. (preview.Layout?.Columns ?? []).Select(column => new ApiFileColumn(column.Heading, column.Field, preview.Samples[column.Index]))],
        preview.Records,
        preview.Deleted,
        preview.SetAside,
        [.. preview.First.Select(record => record.Title.Proper)],
        [.. preview.Problems.Select(problem => $"{problem.Place}: {problem.Words}")]);
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Field">What it is read as; null where it is kept and not read.</param>
/// <param name="Samples">The first of its cells.</param>
internal sealed record ApiFileColumn(string Heading, Records.Rows.RowField? Field, IReadOnlyList<string> Samples);

/// <summary>What came of a file.</summary>
/// <param name="Run">The number of the run.</param>
/// <param name="New">Records not known before.</param>
/// <param name="Changed">Records whose content changed.</param>
/// <param name="Unchanged">Records told again.</param>
/// <param name="Deleted">Records that are gone.</param>
/// <param name="Held">Records that seem to be gone, and wait for the coordinator's word.</param>
/// <param name="SetAside">Rows or records that could not be read.</param>
internal sealed record ApiFileReceipt(long Run, long New, long Changed, long Unchanged, long Deleted, long Held, long SetAside)
{
    public static ApiFileReceipt From(HarvestRun run) => new(
        run.Id, run.Counts.New, run.Counts.Changed, run.Counts.Unchanged, run.Counts.Deleted, run.Counts.Held, run.Counts.SetAside);
}
