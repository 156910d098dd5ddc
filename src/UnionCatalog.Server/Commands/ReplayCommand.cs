using UnionCatalog.Harvesting.Archive;
using UnionCatalog.Members;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>Reads the pages of a member that were kept once more.</summary>
internal static class ReplayCommand
{
    public static async Task<int> RunAsync(ServiceSettings settings, string memberName, DateOnly? from, CancellationToken cancellation)
    {
        if (Configurations.ReadMembers(settings.Configurations) is not { } members
            || Configurations.Choose(members, memberName, settings.Configurations) is not { } chosen)
        {
            return ExitCode.WrongConfiguration;
        }

        var member = chosen.Single();
        await using var data = await DataFolder.OpenAsync(settings.Data, TimeProvider.System, cancellation);
        await using var app = ServiceHost.CreateQuietBuilder(settings, data, members).Build();
        if (await ReplayAsync(app.Services.GetRequiredService<Replayer>(), member, from, cancellation) is not { } run)
        {
            return ExitCode.HarvestFailed;
        }

        await app.Services.GetRequiredService<CatalogUpdater>().CatchUpAsync(null, null, cancellation);
        Terminal.WriteLine($"{member.Name}: the pages are read again. {run.Counts}.");
        if (run.Notice is { } notice)
        {
            Terminal.WriteLine($"{member.Name}: {notice}");
        }

        return ExitCode.Success;
    }

    /// <summary>Replays; says why where it cannot.</summary>
    /// <returns>The run; null where there was none.</returns>
    public static async Task<HarvestRun?> ReplayAsync(Replayer replayer, Member member, DateOnly? from, CancellationToken cancellation)
    {
        try
        {
            if (await replayer.ReplayAsync(member, from, null, cancellation) is { } run)
            {
                return run;
            }

            var since = from is { } day ? FormattableString.Invariant($" since {day:yyyy-MM-dd}") : "";
            await Console.Error.WriteLineAsync(
                $"{member.Name}: no pages are kept{since}. Write archiveDays into the member's configuration file, and the pages of its next harvests are.");
        }
        catch (InvalidOperationException unfinished)
        {
            await Console.Error.WriteLineAsync(unfinished.Message);
        }

        return null;
    }
}
