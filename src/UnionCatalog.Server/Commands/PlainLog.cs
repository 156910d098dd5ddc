using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace UnionCatalog.Server.Commands;

/// <summary>The log as people read it: the time, what happened, and only on demand which part of the program says so.</summary>
internal sealed class PlainLog(IOptions<PlainLogOptions> options) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "plain";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var details = options.Value.Detailed;
        var source = details ? $"{logEntry.Category}: " : "";
        var cause = logEntry.Exception switch
        {
            null => "",
            var exception when details => $" {exception}",
            var exception when logEntry.LogLevel >= LogLevel.Error => $" ({exception.Message})",
            _ => "",
        };
        var message = $"{Word(logEntry.LogLevel)}{source}{logEntry.Formatter(logEntry.State, logEntry.Exception)}{cause}";
        textWriter.WriteLine($"{DateTime.Now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} {Terminal.Plain(message)}");
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Warning => "Warning: ",
        LogLevel.Error => "Error: ",
        LogLevel.Critical => "Fatal: ",
        _ => "",
    };
}

/// <summary>How much <see cref="PlainLog"/> tells.</summary>
internal sealed class PlainLogOptions : ConsoleFormatterOptions
{
    /// <summary>Whether each line says which part of the program wrote it, and a fault where it happened.</summary>
    public bool Detailed { get; set; }
}
