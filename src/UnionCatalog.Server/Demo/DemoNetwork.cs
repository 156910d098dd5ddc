using UnionCatalog.Members;

namespace UnionCatalog.Server.Demo;

/// <summary>The six imagined libraries of Kabupaten Sukamaju, all serving.</summary>
internal sealed class DemoNetwork : IAsyncDisposable
{
    private readonly IReadOnlyList<DemoLibrary> _libraries;

    private DemoNetwork(IReadOnlyList<DemoLibrary> libraries) => _libraries = libraries;

    /// <summary>The members as they are to be harvested.</summary>
    public IEnumerable<Member> Members => _libraries.Select(library => library.Member);

    /// <summary>The demo's configuration files, which are shipped beside the executable.</summary>
    public static string ConfigurationFolder => Path.Combine(AppContext.BaseDirectory, "harvest-configs", "demo");

    /// <summary>Starts a library for each member.</summary>
    public static async Task<DemoNetwork> StartAsync(IEnumerable<Member> members, CancellationToken cancellation) =>
        new(await Task.WhenAll(members.Select(member => DemoLibrary.StartAsync(member, cancellation))));

    public async ValueTask DisposeAsync()
    {
        foreach (var library in _libraries)
        {
            await library.DisposeAsync();
        }
    }
}
