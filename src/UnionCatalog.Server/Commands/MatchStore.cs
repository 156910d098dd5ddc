using UnionCatalog.Matching;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>The catalogue's matching for a verb, beside a running service or without one.</summary>
/// <param name="Services">What explains and takes decisions.</param>
/// <param name="View">Their words in the asked language.</param>
internal sealed record MatchStore(IServiceProvider Services, MatchView View)
{
    /// <summary>Does something with it. Nothing is done with a wrong configuration, or where nothing was ever harvested.</summary>
    public static async Task<int> WithAsync(ServiceSettings settings, PageTexts texts, Func<MatchStore, Task<int>> work, CancellationToken cancellation)
    {
        if (Configurations.ReadMembers(settings.Configurations) is not { } members)
        {
            return ExitCode.WrongConfiguration;
        }

        if (!DataFolder.HasStore(settings.Data))
        {
            await Console.Error.WriteLineAsync($"Nothing has been harvested yet into {settings.Data}.");
            return ExitCode.WrongConfiguration;
        }

        await using var store = await DataFolder.OpenStoreAsync(settings.Data, TimeProvider.System, cancellation);
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton(members).AddStore(store).AddExplaining().BuildServiceProvider();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Nights.TimeZone);
        return await work(new MatchStore(services, new MatchView(new MatchTexts(texts, zone, tellsNames: true), members)));
    }

    /// <summary>One of the services.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Says why nothing was done.</summary>
    public static int Refuse(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Console.Error.WriteLine(Terminal.Plain(line));
        }

        return ExitCode.WrongConfiguration;
    }
}
