using System.Runtime.CompilerServices;
using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>Writes a run down, to be committed.</summary>
internal static class LoadReport
{
    public static void Write(Report report, LoadOptions options, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "Results", "load.md");
        var head = File.Exists(path) ? File.ReadAllText(path) : "";
        var at = head.IndexOf(Results, StringComparison.Ordinal);
        File.WriteAllText(path, $"""
            {(at < 0 ? head : head[..at]).TrimEnd()}

            {Results}

            {DateTime.UtcNow:d MMMM yyyy}, `-- load --clusters {options.Clusters} --seconds {options.Seconds} --connections {options.Connections}`:

            {string.Join('\n', report.Lines.Select(line => $"    {line}"))}

            """);
    }

    private const string Results = "## Results";
}
