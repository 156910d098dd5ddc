using System.Diagnostics;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>The benchmark started once more, for what must be measured in a fresh process.</summary>
internal static class Child
{
    /// <summary>Runs it to its end; its lines go into the report.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static void Run(Report report, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(Child).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            report.Echo(line);
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
