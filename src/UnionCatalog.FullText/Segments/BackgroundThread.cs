using System.Runtime.InteropServices;

namespace UnionCatalog.FullText.Segments;

/// <summary>A thread that leaves the processor to others.</summary>
internal static class BackgroundThread
{
    /// <summary>Of the calling thread; Linux takes 0 for that where the manual speaks of processes.</summary>
    private const int PriorityOfProcess = 0;

    /// <summary>About a tenth of the processor where it is contended.</summary>
    private const int Nice = 10;

    public static Thread Start(string name, Action work)
    {
        var thread = new Thread(() =>
        {
            if (OperatingSystem.IsLinux())
            {
                // .NET's priorities mean nothing to Linux.
                _ = SetPriority(PriorityOfProcess, 0, Nice);
            }

            work();
        })
        {
            IsBackground = true,
            Name = name,
            Priority = ThreadPriority.BelowNormal,
        };
        thread.Start();
        return thread;
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int nice);
}
