using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>The store for the verbs of matching, beside a running service or without one.</summary>
internal static class MatchStore
{
    /// <summary>Does something with the store. Nothing is done with a wrong configuration, or where nothing was ever harvested.</summary>
    public static async Task<int> WithAsync(
        ServiceSettings settings, Func<OpenStore, MemberDirectory, Task<int>> work, CancellationToken cancellation)
    {
        if (Configurations.ReadMembers(settings.Configurations) is not { } members)
        {
            return ExitCode.WrongConfiguration;
        }

        if (!DataFolder.HasStore(settings.Data))
        {
            Terminal.WriteLine($"Nothing has been harvested yet into {settings.Data}.");
            return ExitCode.WrongConfiguration;
        }

        await using var store = await DataFolder.OpenStoreAsync(settings.Data, TimeProvider.System, cancellation);
        return await work(store, members);
    }
}
