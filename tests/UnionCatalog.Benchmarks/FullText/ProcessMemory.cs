using System.Globalization;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>What Linux says of this process's memory, in MiB; 0 elsewhere.</summary>
internal static class ProcessMemory
{
    /// <summary>In memory now: its own and pages of files.</summary>
    public static double Resident => Find("VmRSS:");

    /// <summary>The most that was in memory until now.</summary>
    public static double Peak => Find("VmHWM:");

    /// <summary>Its own now, which nothing but swapping takes away.</summary>
    public static double Own => Find("RssAnon:");

    /// <summary>Pages of mapped files now, which the system takes back when it needs them.</summary>
    public static double Mapped => Find("RssFile:");

    /// <summary>What it has had to read from the disk until now, in MiB: 0 where everything was in memory still.</summary>
    public static double ReadFromDisk =>
        Line("/proc/self/io", "read_bytes:") is { } text ? double.Parse(text, CultureInfo.InvariantCulture) / (1 << 20) : 0;

    /// <summary>A line of what Linux says of a process, in MiB, such as "VmRSS:".</summary>
    public static double Of(int process, string name) => Find(FormattableString.Invariant($"/proc/{process}/status"), name);

    private static double Find(string name) => Find("/proc/self/status", name);

    private static double Find(string file, string name) =>
        Line(file, name) is { } text ? double.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture) / 1024 : 0;

    private static string? Line(string file, string name) => !File.Exists(file) ? null
        : File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();
}
