using UnionCatalog.Server.Covers;

namespace UnionCatalog.Tests.Covers;

/// <summary>A picture is asked for once, kept in a folder that does not grow without end, and asked for again when it is old.</summary>
public sealed class CoverKeeperTests
{
    private PictureServer _server = null!;
    private TempFolder _folder = null!;

    [SetUp]
    public async Task Start() => (_server, _folder) = (await PictureServer.StartAsync(), new TempFolder());

    [TearDown]
    public async Task Stop()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task What_was_fetched_is_asked_for_no_more_by_however_many_readers()
    {
        using var fetcher = new CoverFetcher(Options());
        using var keeper = new CoverKeeper(Options(), fetcher, TimeProvider.System);
        var pictures = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => keeper.FindAsync(_server.At("png"))));

        Assert.That(pictures, Has.All.EqualTo(PictureServer.Png));
        Assert.That(await keeper.FindAsync(_server.At("png")), Is.EqualTo(PictureServer.Png));
        Assert.That(_server.Asked, Is.EqualTo(1));
    }

    [TestCase("png", 29, 1)]
    [TestCase("png", 31, 2)]
    [TestCase("gone", 0, 1)]
    [TestCase("gone", 2, 2)]
    public async Task A_picture_is_kept_for_a_month_and_a_failure_for_a_day(string path, int days, int asked)
    {
        using var fetcher = new CoverFetcher(Options());
        using var keeper = new CoverKeeper(Options(), fetcher, TimeProvider.System);
        await keeper.FindAsync(_server.At(path));
        using var later = new CoverKeeper(Options(), fetcher, new Later(TimeSpan.FromDays(days)));
        await later.FindAsync(_server.At(path));

        Assert.That(_server.Asked, Is.EqualTo(asked));
    }

    [Test]
    public async Task The_folder_stays_within_its_bound_and_the_newest_stays_in_it()
    {
        var options = Options() with { FolderBytes = 10 * 4096 };
        using var fetcher = new CoverFetcher(options);
        using var keeper = new CoverKeeper(options, fetcher, TimeProvider.System);
        for (var number = 0; number < 40; number++)
        {
            await keeper.FindAsync(_server.At($"png?{number}"));
        }

        Assert.That(Directory.EnumerateFiles(options.Folder).Count(), Is.InRange(1, 10));
        await keeper.FindAsync(_server.At("png?39"));
        Assert.That(_server.Asked, Is.EqualTo(40), "the last one is still there");
    }

    [Test]
    public async Task Without_a_folder_that_can_be_written_to_readers_still_get_the_picture()
    {
        var options = Options() with { Folder = Path.Combine(_folder.File("file"), "covers") };
        await File.WriteAllTextAsync(_folder.File("file"), "");
        using var fetcher = new CoverFetcher(options);
        using var keeper = new CoverKeeper(options, fetcher, TimeProvider.System);

        Assert.That(await keeper.FindAsync(_server.At("png")), Is.EqualTo(PictureServer.Png));
    }

    private CoverOptions Options() => new() { Folder = _folder.File("covers"), MayReach = _ => true };

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
