using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace UnionCatalog.Tests.Commands;

/// <summary>The executable as its users run it: a process of its own, its output redirected.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>How long anything may take; only a fault makes a test wait so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly Process _process;
    private readonly Task _output;
    private readonly Task _errors;
    private readonly List<string> _lines = [];
    private readonly List<string> _errorLines = [];
    private readonly Lock _lock = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process)
    {
        _process = process;
        _output = ReadAsync(process.StandardOutput, _lines);
        _errors = ReadAsync(process.StandardError, _errorLines);
    }

    public static ServerProcess Start(params string[] arguments) => Start("dotnet", [], arguments);

    private static ServerProcess Start(string program, IEnumerable<string> before, string[] arguments)
    {
        var start = new ProcessStartInfo(program, before)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "UnionCatalog.Server.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ServerProcess(Process.Start(start)!);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<Finished> RunAsync(params string[] arguments)
    {
        await using var process = Start(arguments);
        return await process.EndAsync();
    }

    /// <summary>Runs it to its end with files that may not grow beyond a size, as on a disk that is full for it.</summary>
    public static async Task<Finished> RunWithFilesUpToAsync(int kilobytes, params string[] arguments)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows sets no limit to the size of a process's files");
        }

        // In blocks of 512 bytes. The runtime would map its code through a large file of its own.
        var shell = $"trap '' XFSZ; ulimit -f {kilobytes * 2}; DOTNET_EnableWriteXorExecute=0 exec dotnet \"$@\"";
        await using var process = Start("sh", ["-c", shell, "sh"], arguments);
        return await process.EndAsync();
    }

    /// <summary>Runs it to its end with an input.</summary>
    public static async Task<Finished> RunWithInputAsync(string input, params string[] arguments)
    {
        await using var process = Start(arguments);
        await process._process.StandardInput.WriteAsync(input);
        process._process.StandardInput.Close();
        return await process.EndAsync();
    }

    /// <summary>A port that nobody has at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits for a line of output that holds these words, or for the first one where there are none; fails when the process ends without.</summary>
    public async Task<string> LineAsync(string words)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_lines.Find(line => line.Contains(words, StringComparison.Ordinal)) is { } found)
                {
                    return found;
                }

                more = _more.Task;
            }

            if (_output.IsCompleted || patience.IsCancellationRequested)
            {
                Assert.Fail($"'{words}' was never told. {await (_output.IsCompleted ? EndAsync() : Task.FromResult(Now()))}");
            }

            await Task.WhenAny(more, _output, Task.Delay(Timeout.Infinite, patience.Token));
        }
    }

    /// <summary>SIGKILL: nothing in the process hears of it.</summary>
    public async Task<Finished> KillAsync()
    {
        _process.Kill();
        return await EndAsync();
    }

    /// <summary>SIGTERM or SIGINT, as a service manager or Ctrl-C sends it; only where there are signals.</summary>
    public async Task<Finished> SignalAsync(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows has no signals to send");
        }

        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await EndAsync();
    }

    public async Task<Finished> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The process did not end. {Now()}");
        }

        await Task.WhenAll(_output, _errors);
        return Now();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private Finished Now()
    {
        lock (_lock)
        {
            return new(_process.HasExited ? _process.ExitCode : null, string.Join('\n', _lines), string.Join('\n', _errorLines));
        }
    }

    private async Task ReadAsync(StreamReader reader, List<string> lines)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_lock)
            {
                lines.Add(line);
                _more.TrySetResult();
                _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}

/// <summary>How a process ended, or how far it is.</summary>
internal sealed record Finished(int? Code, string Output, string Errors)
{
    /// <summary>All it said, wherever.</summary>
    public string Everything => $"{Output}\n{Errors}";
}
