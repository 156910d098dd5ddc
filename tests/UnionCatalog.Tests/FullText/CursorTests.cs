using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>A cursor is of one order; what has been cut off or changed on its way is refused or means a place, and nothing worse.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class CursorTests
{
    private static readonly SearchPlan All = new() { Query = new Query.Term("title", "buku"), Count = 5 };
    private static readonly IReadOnlyList<SortBy>[] Orders =
    [
        [], [new(null, false)], [new("year", false)], [new("year", true)], [new("by-title", false)], [new("by-title", false), new("year", true), new(null, true)], [new("held", true)],
    ];

    private TempFolder _folder = null!;
    private SearchIndex _index = null!;
    private IndexSnapshot _snapshot = null!;

    [OneTimeSetUp]
    public void Fill()
    {
        _folder = new TempFolder();
        _index = SearchIndex.Open(_folder.Path, RandomLibrary.Schema);
        using var draft = _index.BeginDraft();
        var library = new RandomLibrary(2);
        for (var number = 0; number < 50; number++)
        {
            var document = library.Document();
            document.AddText("title", "buku");
            draft.Put(document);
        }

        draft.Commit(1);
        _snapshot = _index.OpenSnapshot();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _snapshot.Dispose();
        _index.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_cursor_of_another_order_is_refused()
    {
        foreach (var order in Orders)
        {
            var plan = All with { Sort = order };
            var cursor = _snapshot.CursorAt(plan, _snapshot.Search(plan).Hits[^1]);
            foreach (var other in Orders.Where(other => other != order))
            {
                Assert.That(
                    () => _snapshot.Search(All with { Sort = other, After = cursor }),
                    Throws.TypeOf<InvalidCursorException>(), $"{PlanText.Show(plan)} {PlanText.Show(All with { Sort = other })}");
            }
        }
    }

    [Test]
    public void No_order_is_the_order_by_score()
    {
        var cursor = _snapshot.CursorAt(All, _snapshot.Search(All).Hits[^1]);
        var other = All with { Sort = [new SortBy(null, true)], After = cursor };
        Assert.That(_snapshot.Search(other).Hits, Is.EqualTo(_snapshot.Search(All with { Offset = 5 }).Hits));
    }

    [Test]
    public void A_cursor_stands_for_its_place_in_later_snapshots_too()
    {
        var plan = All with { Sort = [new SortBy("year", false)] };
        var cursor = _snapshot.CursorAt(plan, _snapshot.Search(plan).Hits[^1]);
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, RandomLibrary.Schema);
        Assert.That(index.Search(plan with { After = cursor }).Hits, Is.Empty);
    }

    [Test]
    public void A_damaged_cursor_is_refused_or_means_a_place()
    {
        foreach (var order in Orders)
        {
            var plan = All with { Sort = order };
            var cursor = _snapshot.CursorAt(plan, _snapshot.Search(plan).Hits[2]);
            var damaged = Enumerable.Range(0, cursor.Length).SelectMany(at => new[]
            {
                cursor[..at], cursor[..at] + (cursor[at] == 'A' ? 'B' : 'A') + cursor[(at + 1)..], cursor[..at] + '\0' + cursor[at..], cursor + cursor[at..],
            });
            foreach (var one in damaged)
            {
                try
                {
                    Assert.That(_snapshot.Search(plan with { After = one }).Total, Is.EqualTo(_snapshot.DocumentCount));
                }
                catch (InvalidCursorException)
                {
                    // as it should be
                }
            }
        }
    }
}
