using System.Diagnostics;
using System.Globalization;

namespace UnionCatalog.Tests.Harvesting.Sru;

/// <summary>A Zebra on loopback with a database of its own, which answers Z39.50 and SRU.</summary>
internal sealed class ZebraServer : IDisposable
{
    private const string Package = "idzebra-2.0";

    private readonly TempFolder _folder = new();
    private readonly int _port = OutsideProgram.FreePort();
    private Process? _server;

    public Uri Address => new($"http://127.0.0.1:{_port}/Default");

    /// <summary>The same by Z39.50.</summary>
    public string Target => $"127.0.0.1:{_port}/Default";

    /// <summary>Indexes the records and starts the server.</summary>
    /// <param name="records">MARCXML records.</param>
    public static async Task<ZebraServer> StartAsync(string records)
    {
        var zebra = new ZebraServer();
        try
        {
            zebra.WriteFiles(records);
            await zebra.IndexAsync("init");
            await zebra.IndexAsync("update", "records.xml");
            zebra._server = OutsideProgram.Start("zebrasrv", Package, zebra._folder.Path, "-S", "-f", "server.xml");
            await OutsideProgram.ListensAsync(zebra._server);
            return zebra;
        }
        catch
        {
            zebra.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        OutsideProgram.Stop(_server);
        _folder.Dispose();
    }

    private void WriteFiles(string records)
    {
        foreach (var file in Directory.EnumerateFiles(Places.Case("Harvesting/zebra")))
        {
            var text = File.ReadAllText(file)
                .Replace("{folder}", _folder.Path, StringComparison.Ordinal)
                .Replace("{port}", _port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            File.WriteAllText(_folder.File(Path.GetFileName(file)), text);
        }

        File.WriteAllText(_folder.File("records.xml"), $"<collection>{records}</collection>");
        Directory.CreateDirectory(_folder.File("register"));
        Directory.CreateDirectory(_folder.File("lock"));
    }

    private async Task IndexAsync(params string[] arguments)
    {
        using var index = OutsideProgram.Start("zebraidx", Package, _folder.Path, ["-c", "zebra.cfg", .. arguments]);
        index.BeginOutputReadLine();
        var log = await index.StandardError.ReadToEndAsync();
        await index.WaitForExitAsync();
        Assert.That(index.ExitCode, Is.Zero, log);
    }
}
