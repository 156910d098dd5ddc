using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.Files;

/// <summary>
/// Stores what a member gave as files. All files of a delivery are one run: where they are the whole catalogue, what stands in
/// none of them is gone. A file that cannot be read fails the run, so that nothing is taken for gone, and the others are stored.
/// </summary>
/// <param name="member">The member.</param>
/// <param name="source">What its configuration says of its files.</param>
/// <param name="delivery">The files.</param>
/// <param name="origin">How they came.</param>
internal sealed class FileWalk(Member member, FilesSource source, IFileDelivery delivery, RunOrigin origin) : ISourceWalk
{
    private const int PageSize = 500;
    private const int LongestIdentifier = 1000;

    private readonly SeenIdentifiers _seen = new();
    private IReadOnlyList<string> _files = [];

    /// <inheritdoc/>
    public string Lists => $"files {delivery.Place}".TrimEnd();

    /// <inheritdoc/>
    public string? Format => "files";

    /// <inheritdoc/>
    public RunOrigin Origin => origin;

    /// <inheritdoc/>
    public TimeSpan TimeLimit => TimeSpan.FromHours(2);

    /// <inheritdoc/>
    public Task<SourcePlan?> PlanAsync(HarvestRun? cutOff, CancellationToken cancellation)
    {
        try
        {
            _files = delivery.Look();
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw FileFaults.Closed(delivery.Place, closed);
        }

        // A run that was cut off before its first page knows of no file: without any it would take everything for gone.
        var isUnderWay = cutOff?.Position.ResumptionToken is not null;
        var sweep = source.Contents == FileContents.Whole ? SweepMode.Always : SweepMode.Never;
        return Task.FromResult<SourcePlan?>(_files.Count > 0 || isUnderWay ? new("files", Overlap: null, sweep) : null);
    }

    /// <inheritdoc/>
    public async Task WalkAsync(RunRecorder recorder, CancellationToken requests, CancellationToken storing)
    {
        var position = FilePosition.Read(recorder.Run.Position.ResumptionToken);
        MemberFault? fault = position is null ? null : FindGone(position);
        for (var i = 0; i < _files.Count; i++)
        {
            try
            {
                await StoreAsync(recorder, _files[i], _files.Skip(i + 1), position, requests, storing);
                delivery.Stored(_files[i]);
            }
            catch (MemberFault broken)
            {
                delivery.Failed(_files[i], broken); // with the reason beside it, for whoever looks into the folder
                fault ??= broken;
            }
        }

        if (fault is not null)
        {
            throw fault;
        }
    }

    /// <summary>A file that was there when the run was cut off and is not now: what stood in it must not be taken for gone.</summary>
    private MemberFault? FindGone(FilePosition position)
    {
        var names = _files.Select(Path.GetFileName).ToHashSet();
        var awaited = position.IsWhole ? position.Then : [position.File, .. position.Then];
        return awaited.FirstOrDefault(name => !names.Contains(name)) is { } gone ? FileFaults.Gone(gone) : null;
    }

    private async Task StoreAsync(
        RunRecorder recorder, string path, IEnumerable<string> then, FilePosition? cutOff, CancellationToken requests, CancellationToken storing)
    {
        var position = FilePosition.At(path, then);
        var stored = cutOff is not null && cutOff.File == position.File && cutOff.Stamp == position.Stamp ? cutOff.Records : 0;
        var (page, read) = (new List<FileEntry>(PageSize), 0L);
        await foreach (var entry in MemberFileReading.ReadAsync(MemberFile.Look(path, source), member.Holdings, _seen, requests))
        {
            if (++read > stored)
            {
                page.Add(entry);
            }

            if (page.Count == PageSize)
            {
                await StorePageAsync(recorder, page, position with { Records = read }, storing);
                page.Clear();
            }
        }

        await StorePageAsync(recorder, page, position with { Records = read, IsWhole = true }, storing);
    }

    private Task StorePageAsync(RunRecorder recorder, List<FileEntry> page, FilePosition next, CancellationToken cancellation) => recorder.StoreAsync(
        new HarvestPage
        {
            RunId = recorder.Run.Id,
            Records = [.. page.Where(IsStorable).Select(Take)],
            SetAside = [.. page.Where(entry => !IsStorable(entry)).Select(SetAside)],
            Next = new ListPosition(0, next.ToToken()),
        },
        cancellation);

    private static bool IsStorable(FileEntry entry) => entry is not FileEntry.SetAside && entry.Identifier!.Length <= LongestIdentifier;

    private HarvestedRecord Take(FileEntry entry) => entry switch
    {
        FileEntry.Live live => new HarvestedRecord.Live(new(member.Id, live.Key), null, live.Format, live.Bytes),
        _ => new HarvestedRecord.Deleted(new(member.Id, entry.Identifier!), null),
    };

    private SetAsideRecord SetAside(FileEntry entry) => entry switch
    {
        FileEntry.SetAside broken => new(member.Id, broken.Key, $"{broken.Place}: {broken.Reason}", broken.Bytes),
        FileEntry.Live live => new(member.Id, live.Key[..LongestIdentifier], $"The record's identifier is longer than {LongestIdentifier} characters.", live.Bytes),
        _ => new(member.Id, entry.Identifier![..LongestIdentifier], $"The record's identifier is longer than {LongestIdentifier} characters.", default),
    };
}
