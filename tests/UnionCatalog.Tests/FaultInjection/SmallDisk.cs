using System.Diagnostics;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>A real disk of a few megabytes, in memory, that can be filled to its last byte. Only root on Linux may have one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder _folder = new();

    public SmallDisk(int megabytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", _folder.Path) != 0)
        {
            _folder.Dispose();
            Assert.Ignore("needs a small disk of its own, which only root on Linux may mount");
        }
    }

    public string File(string name) => _folder.File(name);

    /// <summary>Writes until there is room for nothing more.</summary>
    public void Fill()
    {
        using var filler = new FileStream(File("filler"), FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 1 << 20, 1 << 12, 1 })
        {
            var piece = new byte[size];
            while (TryWrite(filler, piece))
            {
            }
        }
    }

    public void MakeRoom() => System.IO.File.Delete(File("filler"));

    public void Dispose()
    {
        Run("umount", "--lazy", _folder.Path); // an index lets go of its files only when its last reader is gone
        _folder.Dispose();
    }

    private static bool TryWrite(FileStream file, byte[] piece)
    {
        try
        {
            file.Write(piece);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
