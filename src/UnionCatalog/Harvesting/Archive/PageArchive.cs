using System.Globalization;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Harvesting.Archive;

/// <summary>
/// The pages that members' systems sent, as they came: for each member a folder, in it one for each of its days, in that a file
/// for each harvest that began on it, such as <c>sma-1/2026-11-22/0001.pages</c>.
/// </summary>
internal sealed class PageArchive(HarvestOptions options, TimeProvider clock)
{
    private const string Day = "yyyy-MM-dd";
    private const string Extension = ".pages";

    /// <summary>Opens the archive for one harvest.</summary>
    /// <returns>Keeps its pages; null where the member's are not kept.</returns>
    public PageKeeper? Begin(Member member) =>
        FolderOf(member.Id) is { } folder && member.Source is FetchedSource { ArchiveDays: > 0 } source
            ? new(Path.Combine(folder, Today(source).ToString(Day, CultureInfo.InvariantCulture)), Extension, clock)
            : null;

    /// <summary>Removes the days that are older than the member's configuration keeps.</summary>
    /// <exception cref="IOException">They cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not be removed.</exception>
    public void RemoveOld(Member member)
    {
        if (member.Source is not FetchedSource source)
        {
            return;
        }

        var last = Today(source).AddDays(-source.ArchiveDays);
        foreach (var (folder, _) in Days(member.Id).Where(day => day.Day <= last).ToList())
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A member's pages in the order in which they came.</summary>
    /// <param name="member">The member.</param>
    /// <param name="from">The first day, of the member's time zone; null: from the first that is kept.</param>
    /// <returns>Each page; null in the place of what is torn or damaged.</returns>
    public IEnumerable<KeptPage?> Read(SourceId member, DateOnly? from) =>
        Days(member).Where(day => from is null || day.Day >= from).OrderBy(day => day.Day)
            .SelectMany(day => Directory.EnumerateFiles(day.Folder, "*" + Extension).Order(StringComparer.Ordinal))
            .SelectMany(ReadFile);

    private IEnumerable<KeptPage?> ReadFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        for (long at = 0; at < file.Length;)
        {
            var page = PageFrame.Read(file, at, options.MaxPageBytes, out var end);
            yield return page;
            at = page is null ? PageFrame.FindMark(file, at + 1) : end;
        }
    }

    private IEnumerable<(string Folder, DateOnly Day)> Days(SourceId member) =>
        FolderOf(member) is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder)
                .Select(path => (path, IsDay: DateOnly.TryParseExact(Path.GetFileName(path), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), day))
                .Where(day => day.IsDay)
                .Select(day => (day.path, day.day))
            : [];

    private string? FolderOf(SourceId member) => options.PagesFolder is { } folder ? Path.Combine(folder, member.Value) : null;

    private DateOnly Today(FetchedSource source) => new AskingTimes(source).DayOf(clock.GetUtcNow());
}
