using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Benchmarks;

/// <summary>A harvester as the service has it, over an empty store on the disk that is gone afterwards.</summary>
internal sealed class EmptyCatalogue : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly OpenStore _store;
    private readonly ServiceProvider _services;

    private EmptyCatalogue(DirectoryInfo folder, OpenStore store)
    {
        (_folder, _store) = (folder, store);
        _services = new ServiceCollection().AddStore(store).AddHarvesting(new HarvestOptions()).BuildServiceProvider();
    }

    public static async Task<EmptyCatalogue> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("union-catalog-benchmark-");
        return new(folder, await SqliteStore.OpenAsync(Path.Combine(folder.FullName, "catalog.db"), TimeProvider.System, default));
    }

    /// <summary>Harvests a part of the server's pages as one of the members.</summary>
    /// <exception cref="InvalidOperationException">The harvest failed or left a record out, so that it proves nothing.</exception>
    public async Task HarvestAsync(int member, PageServer server, int firstPage, int pages, int delay = 0)
    {
        var run = await _services.GetRequiredService<Harvester>().HarvestAsync(
            Member(member, server.PartAt(firstPage, pages, delay)), HarvestScope.Full, null, default)
            ?? throw new InvalidOperationException("There was nothing to harvest.");
        if (run.Status != RunStatus.Completed || run.Counts.New + run.Counts.Unchanged != pages * GeneratedPages.Size)
        {
            throw new InvalidOperationException($"{run.Source}: {run.Failure ?? run.Counts.ToString()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>A member whose items stand in 952, as Koha's do.</summary>
    private static Member Member(int number, Uri baseUrl) => new()
    {
        Id = new SourceId(string.Create(CultureInfo.InvariantCulture, $"library-{number}")),
        Name = "Library",
        Kind = LibraryKind.SeniorHighSchool,
        Place = "Benchmark",
        Source = new OaiPmhSource { BaseUrl = baseUrl, MetadataPrefix = "marcxml", Overlap = TimeSpan.Zero },
        Holdings = new() { ItemTag = "952", Branch = "a", ShelfLocation = "c", CallNumber = "o", Barcode = "p" },
    };
}
