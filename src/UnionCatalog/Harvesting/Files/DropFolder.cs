using System.Globalization;
using UnionCatalog.Causes;
using UnionCatalog.Members;

namespace UnionCatalog.Harvesting.Files;

/// <summary>
/// The folder into which a member's files are put. What lies there at one look is one delivery; what was stored goes to "done" in
/// it, what cannot be read to "failed", with the reason beside it.
/// </summary>
internal sealed class DropFolder : IFileDelivery
{
    /// <summary>A file that was written to within this time may not be whole yet. So long does a network take over a block.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    // What programs call files that they have not finished, and what desktops leave in folders.
    private static readonly string[] UnfinishedEndings = [".tmp", ".part", ".partial", ".crdownload", ".filepart", ".swp"];
    private static readonly string[] NoFiles = ["thumbs.db", "desktop.ini"];

    private readonly string _folder;
    private readonly bool _leavesFiles;
    private readonly TimeProvider _clock;

    /// <param name="options">Where the data folder is, and whether the files stay where they are.</param>
    /// <param name="member">The member.</param>
    /// <param name="source">Its configuration.</param>
    /// <param name="clock">Tells when files were written.</param>
    public DropFolder(HarvestOptions options, Member member, FilesSource source, TimeProvider clock)
    {
        Place = source.Folder ?? "";
        _folder = Path.Combine(options.DataFolder, source.Folder ?? Path.Combine("drop", member.Id.Value));
        (_leavesFiles, _clock) = (options.LeavesFiles, clock);
    }

    /// <inheritdoc/>
    public string Place { get; }

    /// <inheritdoc/>
    /// <remarks>While one file is still being written all of them wait: the others alone would not be the whole catalogue.</remarks>
    public IReadOnlyList<string> Look()
    {
        if (_leavesFiles && !Directory.Exists(_folder))
        {
            return [];
        }

        // Made at the first look, so that there is a place to put the files.
        Directory.CreateDirectory(_folder);
        var files = new DirectoryInfo(_folder).EnumerateFiles().Where(IsDelivered).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        return files.TrueForAll(IsSettled) ? [.. files.Select(file => file.FullName)] : [];
    }

    /// <inheritdoc/>
    public void Stored(string path)
    {
        try
        {
            PutAway(path, "done");
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // It would be stored again every quarter of an hour, for ever and without a word.
            throw FileFaults.Closed(Path.GetFileName(path), closed);
        }
    }

    /// <inheritdoc/>
    public void Failed(string path, MemberFault fault)
    {
        try
        {
            if (PutAway(path, "failed") is { } moved)
            {
                File.WriteAllLines(moved + ".txt", CauseCatalogue.All.Select(catalogue => $"{catalogue.Explain(fault.Cause)}{Environment.NewLine}"));
            }
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // The file stays, and the run says what is wrong with it.
        }
    }

    private static bool IsDelivered(FileInfo file) =>
        !file.Name.StartsWith('.') && !file.Name.StartsWith("~$", StringComparison.Ordinal)
        && !file.Attributes.HasFlag(FileAttributes.Hidden)
        && !NoFiles.Contains(file.Name, StringComparer.OrdinalIgnoreCase)
        && !UnfinishedEndings.Contains(file.Extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>A copied file keeps the time it was written at elsewhere, but was made here when the copy began.</summary>
    private bool IsSettled(FileInfo file)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return HasPassed(now - file.LastWriteTimeUtc) && HasPassed(now - file.CreationTimeUtc) && !IsOpenForWriting(file);
    }

    /// <summary>A file from a machine whose clock is ahead must not wait until its hour has come.</summary>
    private static bool HasPassed(TimeSpan time) => time.Duration() >= Settling;

    /// <summary>Windows tells; elsewhere a writer does not keep readers out, and only the time counts.</summary>
    private static bool IsOpenForWriting(FileInfo file)
    {
        try
        {
            using var probe = file.Open(FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false; // never readable: the fault is told when it is read
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>With the time in its name, so that the next month's "buku.csv" finds its place.</summary>
    /// <returns>Where it is now; null where it is to stay.</returns>
    private string? PutAway(string path, string where)
    {
        if (_leavesFiles)
        {
            return null;
        }

        var folder = Directory.CreateDirectory(Path.Combine(_folder, where)).FullName;
        var (name, ending) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
        var stamp = _clock.GetLocalNow().ToString("yyyy-MM-dd HHmmss", CultureInfo.InvariantCulture);
        var moved = Path.Combine(folder, $"{name} {stamp}{ending}");
        for (var number = 2; File.Exists(moved); number++)
        {
            moved = Path.Combine(folder, $"{name} {stamp} {number}{ending}");
        }

        File.Move(path, moved);
        return moved;
    }
}
