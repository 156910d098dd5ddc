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
        await using var data = await DataFolder.OpenAsync(settings.Data, TimeProvider.System, cancellation, settings.Engine);
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

            await Console.Error.WriteLineAsync($"{member.Name}: {NothingKept(member, from)}");
        }
        catch (InvalidOperationException unfinished)
        {
            await Console.Error.WriteLineAsync(unfinished.Message);
        }

        return null;
    }

    private static string NothingKept(Member member, DateOnly? from) => (member.Source, from) switch
    {
        (not FetchedSource, _) => "it sends its records itself, so there are no pages to read again.",
        (FetchedSource { ArchiveDays: > 0 }, { } day) => FormattableString.Invariant($"no pages are kept since {day:yyyy-MM-dd}. Choose an earlier day, or leave --from out."),
        (FetchedSource { ArchiveDays: > 0 }, null) => "no pages are kept yet. Those of its next harvest are.",
        _ => "no pages are kept. Write archiveDays into the member's configuration file, and the pages of its next harvests are.",
    };
}
