using System.Diagnostics;

namespace UnionCatalog.Tests.Commands;

/// <summary>What README says to type, typed as it says.</summary>
internal sealed class ReadmeCommandTests
{
    [Test]
    public async Task Dotnet_run_works_in_the_folder_one_is_in()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("harvest-configs"));
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        foreach (var argument in (string[])["run", "--no-build", "-c", Built, "--project", Path.Combine(Places.Root, "src", "UnionCatalog.Server"), "--", "check-config"])
        {
            start.ArgumentList.Add(argument);
        }

        using var run = Process.Start(start)!;
        var errors = run.StandardError.ReadToEndAsync();
        var said = await run.StandardOutput.ReadToEndAsync() + await errors;
        await run.WaitForExitAsync();

        Assert.That(run.ExitCode, Is.Zero, said);
        Assert.That(said, Does.Contain(Path.Combine(folder.Path, "harvest-configs")));
    }

    /// <summary>The configuration these tests were built in, as the folder they run in is called.</summary>
    private static string Built => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
