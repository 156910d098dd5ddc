using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace UnionCatalog.Tests.Harvesting.Sru;

/// <summary>Other people's programs that tests run. Tests are skipped where they are not installed.</summary>
internal static class OutsideProgram
{
    public static Process Start(string program, string package, string folder, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true,
            })!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"needs the program {program} (Debian: {package}), which is not on this machine");
            throw;
        }
    }

    /// <summary>Waits until a server of YAZ's says that it listens. Its log is read to the end, so that it does not fill the pipe.</summary>
    public static async Task ListensAsync(Process server)
    {
        var listens = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Adding static listener", StringComparison.Ordinal) != false)
            {
                listens.TrySetResult(line.Data is not null);
            }
        };
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        Assert.That(await listens.Task, Is.True, $"{server.StartInfo.FileName} ended at once");
    }

    public static void Stop(Process? server)
    {
        server?.Kill(entireProcessTree: true);
        server?.WaitForExit();
        server?.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
