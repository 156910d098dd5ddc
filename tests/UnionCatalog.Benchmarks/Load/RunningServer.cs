using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>The service as its users run it, in a process of its own, on a free port of this machine.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private RunningServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>From the start of the process until it has answered for the first time, in milliseconds.</summary>
    public double Ready { get; private set; }

    /// <summary>Processor time until now, as the system counts it.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<RunningServer> StartAsync(string folder)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [
            Path.Combine(AppContext.BaseDirectory, "UnionCatalog.Server.dll"),
            "--data", MadeCatalogue.Data(folder), "--configs", MadeCatalogue.Configurations(folder),
            "--host", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture),
            // One client asks for all readers here.
            "--limit-searches", "0", "--limit-lookups", "0"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        var watch = Stopwatch.StartNew();
        var server = new RunningServer(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        server._process.OutputDataReceived += static (_, _) => { };
        server._process.BeginOutputReadLine();
        await server.WaitAsync(watch);
        server.Ready = watch.Elapsed.TotalMilliseconds;
        return server;
    }

    /// <summary>What Linux says of its memory, in MiB, such as "VmRSS:"; 0 elsewhere.</summary>
    public double Memory(string name) => FullText.ProcessMemory.Of(_process.Id, name);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WaitAsync(Stopwatch watch)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited && watch.Elapsed < Patience)
            {
                await Task.Delay(5);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
