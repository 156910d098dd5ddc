using Microsoft.Extensions.Logging;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>The lines that a harvest writes to the log, each with the member's name.</summary>
internal static partial class HarvestLog
{
    /// <summary>Puts the member's name on every line that is written meanwhile, whoever writes it.</summary>
    public static readonly Func<ILogger, SourceId, IDisposable?> OfMember = LoggerMessage.DefineScope<SourceId>("{Member}");

    [LoggerMessage(Level = LogLevel.Information, Message = "{Member}: harvest {Run} begins ({Prefix}, {Extent})")]
    public static partial void Begins(ILogger log, SourceId member, long run, string prefix, string extent);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Member}: harvest {Run} goes on where it was cut off")]
    public static partial void GoesOn(ILogger log, SourceId member, long run);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Member}: run {Run} reads the kept pages again")]
    public static partial void Replays(ILogger log, SourceId member, long run);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Member}: harvest {Run} is complete: {Counts}")]
    public static partial void Completed(ILogger log, SourceId member, long run, RunCounts counts);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Member}: upload {Run} is stored: {Counts}")]
    public static partial void Received(ILogger log, SourceId member, long run, RunCounts counts);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Member}: harvest {Run} failed: {Failure}")]
    public static partial void Failed(ILogger log, SourceId member, long run, string failure, Exception? cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Member}: the resumption token is not taken any more; harvest {Run} starts its list again")]
    public static partial void Restarts(ILogger log, SourceId member, long run);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Member}: the harvest pauses: {Reason}")]
    public static partial void Pauses(ILogger log, SourceId member, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Member}: {Notice}")]
    public static partial void PagesNotKept(ILogger log, SourceId member, string notice);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Member}: old pages could not be removed: {Reason}")]
    public static partial void PagesNotRemoved(ILogger log, SourceId member, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Member}: record {Identifier} is set aside: {Reason}")]
    public static partial void SetAside(ILogger log, SourceId member, string? identifier, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Member}: try {Number} of {Retries} follows in {Delay}: {Reason}")]
    public static partial void Retrying(ILogger log, SourceId member, int number, int retries, TimeSpan delay, string reason);
}
