using System.Diagnostics;
using System.Text.Json;
using UnionCatalog.Server.OaiProvider;

namespace UnionCatalog.Tests.OaiProvider;

/// <summary>Harvested by programs that others wrote.</summary>
internal sealed class ClientTests
{
    [Test]
    public async Task Catmandu_harvests_every_record()
    {
        var repository = Example.Repository(60, pageSize: 7);
        await using var host = await ProviderHost.StartAsync(repository);

        var lines = await RunAsync("catmandu", "convert", "OAI", "--url", host.Url, "--metadataPrefix", "oai_dc", "to", "JSON", "--line_delimited", "1");

        var harvested = lines.Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(r => r.GetProperty("_identifier").GetString()!);
        Assert.That(harvested.Keys, Is.EquivalentTo(Enumerable.Range(1, 60).Select(n => $"oai:example.org:{n}")));
        foreach (var (identifier, record) in harvested)
        {
            var deleted = record.TryGetProperty("_status", out var status) && status.GetString() == "deleted";
            Assert.That(deleted, Is.EqualTo(repository.Find(identifier)!.Deleted), identifier);
        }
    }

    private static async Task<string[]> RunAsync(string program, params string[] arguments)
    {
        if (Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))) != true)
        {
            Assert.Ignore($"needs the program {program} (Debian: libcatmandu-oai-perl), which is not on this machine");
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var stop = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
