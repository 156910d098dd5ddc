using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace UnionCatalog.Members;

/// <summary>
/// Keeps the members in force like the configuration folder: new, changed and removed files count without a restart.
/// While any file is wrong, and where all files are suddenly gone, the last good configuration stays in force as a whole.
/// </summary>
/// <param name="folder">The folder's path; it may come later.</param>
/// <param name="directory">The members in force, already those of the folder as it is now or as it was last good.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Is told what changed, and each error once.</param>
/// <param name="scheduleError">As in <see cref="ConfigurationFolder.Load"/>.</param>
public sealed partial class ConfigurationWatcher(
    string folder, MemberDirectory directory, TimeProvider time, ILogger<ConfigurationWatcher> logger, Func<string, string?>? scheduleError = null)
{
    // One waiting signal is enough: a reading takes everything in.
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private HashSet<ConfigurationError> _errors = [];
    private string? _fingerprint;

    /// <summary>
    /// The fingerprint of the reading that is in force already, so that the first look changes nothing. Default: none, and the
    /// first look exchanges the members.
    /// </summary>
    public string? InForce
    {
        init => _fingerprint = value;
    }

    /// <summary>How long to wait after a change for its other files, so that a copy of many is read once. Default: half a second.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often to look without being told, since network disks tell nothing. Default: 30 seconds.</summary>
    public TimeSpan Rescan { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether to ask the operating system to tell of changes. Default: true.</summary>
    public bool Notified { get; init; } = true;

    /// <summary>Watches until cancelled; returns then without an error.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        FileSystemWatcher? files = null;
        await using var rescan = time.CreateTimer(_ => _signals.Writer.TryWrite(true), null, Rescan, Rescan);
        _signals.Writer.TryWrite(true);
        try
        {
            while (await _signals.Reader.WaitToReadAsync(cancellation))
            {
                // Watching starts before the first reading: what changes between the two is told.
                files = Notified ? Watch(files) : null;
                await Task.Delay(Settle, time, cancellation);
                _signals.Reader.TryRead(out _);
                Read();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Asked to stop.
        }
        finally
        {
            files?.Dispose();
        }
    }

    private void Read()
    {
        try
        {
            Apply(ConfigurationFolder.Load(folder, scheduleError));
        }
        catch (Exception error)
        {
            // A listener's fault on one change must not end the watch for the next.
            LogFailed(error);
        }
    }

    private void Apply(ConfigurationReading reading)
    {
        if (reading.Fingerprint == _fingerprint && _errors.SetEquals(reading.Errors))
        {
            return;
        }

        (_fingerprint, var before, _errors) = (reading.Fingerprint, _errors, [.. reading.Errors]);
        foreach (var error in reading.Errors.Where(error => !before.Contains(error)))
        {
            LogError(error);
        }

        if (reading.Errors.Count > 0)
        {
            LogKept(directory.All.Count);
        }
        else if (reading.Members.Count == 0 && directory.All.Count > 0)
        {
            LogEmpty(folder, directory.All.Count);
        }
        else
        {
            directory.Replace(reading.Members);
            LogInForce(reading.Members.Count);
        }
    }

    /// <summary>The watch on the folder, made anew where it is not there yet or was lost with the folder.</summary>
    private FileSystemWatcher? Watch(FileSystemWatcher? files)
    {
        if (files is { EnableRaisingEvents: true } && Directory.Exists(folder))
        {
            return files;
        }

        files?.Dispose();
        try
        {
            files = new FileSystemWatcher(folder, "*.json*");
            files.Changed += (_, _) => _signals.Writer.TryWrite(true);
            files.Created += (_, _) => _signals.Writer.TryWrite(true);
            files.Deleted += (_, _) => _signals.Writer.TryWrite(true);
            files.Renamed += (_, _) => _signals.Writer.TryWrite(true);
            files.Error += (_, _) => _signals.Writer.TryWrite(true);
            files.EnableRaisingEvents = true;
            return files;
        }
        catch (Exception error) when (error is ArgumentException or IOException or UnauthorizedAccessException)
        {
            LogNotNotified(folder, Rescan, error.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "The configuration was read anew. Members now: {Count}.")]
    private partial void LogInForce(int count);

    [LoggerMessage(LogLevel.Error, "Configuration: {Error}")]
    private partial void LogError(ConfigurationError error);

    [LoggerMessage(LogLevel.Warning, "The last good configuration, of {Count} members, stays in force until every file is right.")]
    private partial void LogKept(int count);

    [LoggerMessage(LogLevel.Warning, "{Folder} holds no configuration any more. The last one, of {Count} members, stays in force; restart to run without members.")]
    private partial void LogEmpty(string folder, int count);

    [LoggerMessage(LogLevel.Debug, "{Folder} cannot be watched and is looked at every {Rescan}: {Reason}")]
    private partial void LogNotNotified(string folder, TimeSpan rescan, string reason);

    [LoggerMessage(LogLevel.Error, "A change of the configuration could not be taken in.")]
    private partial void LogFailed(Exception error);
}
