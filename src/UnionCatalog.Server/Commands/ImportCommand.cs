using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.Files;
using UnionCatalog.Members;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>Stores a member's file after showing what would come of it.</summary>
internal static class ImportCommand
{
    public static async Task<int> RunAsync(ServiceSettings settings, string memberName, string file, bool isConfirmed, CancellationToken cancellation)
    {
        if (MemberFiles.Find(settings, memberName) is not { Source: FilesSource source } member || !MemberFiles.Exists(file))
        {
            return ExitCode.WrongConfiguration;
        }

        var preview = await FilePreview.OfAsync(file, source, member.Holdings, cancellation);
        PreviewView.Print(Path.GetFileName(file), preview);
        if (preview.Fault is not null)
        {
            Terminal.WriteLine("Nothing was stored.");
            return ExitCode.HarvestFailed;
        }

        if (!isConfirmed && !Confirm(member, source, preview))
        {
            Terminal.WriteLine("Nothing was stored.");
            return ExitCode.Success;
        }

        await using var data = await DataFolder.OpenAsync(settings.Data, TimeProvider.System, cancellation, settings.Engine);
        await using var app = ServiceHost.CreateQuietBuilder(settings, data, new MemberDirectory([member])).Build();
        var run = await app.Services.GetRequiredService<Harvester>().StoreFileAsync(member, source, Path.GetFullPath(file), null, cancellation);
        await app.Services.GetRequiredService<CatalogUpdater>().CatchUpAsync(null, null, cancellation);
        return Tell(member, run);
    }

    /// <summary>Asks on a terminal; a script has to say it beforehand.</summary>
    private static bool Confirm(Member member, FilesSource source, FilePreview preview)
    {
        if (Console.IsInputRedirected)
        {
            Terminal.WriteLine("To store it from a script, say --yes.");
            return false;
        }

        var whole = source.Contents == FileContents.Whole ? " What is not in it is taken for gone." : "";
        Console.Write($"Store {Count.Of(preview.Records, "record")} for {Terminal.Plain(member.Name)}?{whole} [y/N] ");
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes" or "ya";
    }

    private static int Tell(Member member, HarvestRun run)
    {
        Terminal.WriteLine($"{member.Name}: {run.Counts}.");
        if (run.Counts.Held > 0)
        {
            Terminal.WriteLine($"{Count.Of(run.Counts.Held, "record")} that the file no longer has wait for the coordinator's word: so many are not removed at once. See 'held'.");
        }

        foreach (var words in new[] { run.Failure, run.Notice }.OfType<string>())
        {
            Terminal.WriteLine(words);
        }

        return run.Status == RunStatus.Completed ? ExitCode.Success : ExitCode.HarvestFailed;
    }
}
