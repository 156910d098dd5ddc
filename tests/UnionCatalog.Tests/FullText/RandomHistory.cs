using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText;

/// <summary>An index and the reference beside it, through the same edits, commits, merges and reopenings.</summary>
internal sealed class RandomHistory : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Func<string, ISearchIndex> _open;

    /// <param name="seed">Decides all that happens.</param>
    /// <param name="shape">How large the library is.</param>
    /// <param name="open">Opens the index in a folder; null: our own engine's, with options that the seed decides.</param>
    public RandomHistory(int seed, LibraryShape shape, Func<string, ISearchIndex>? open = null)
    {
        Library = new RandomLibrary(seed, shape);
        Searches = new RandomSearches(Library);
        var options = new IndexOptions { DraftMemory = 1 << 20, MergeFactor = 2 + (seed % 4), MergesInBackground = seed % 3 > 0 };
        _open = open ?? (folder => SearchIndex.Open(folder, RandomLibrary.Schema, options));
        Index = _open(_folder.Path);
    }

    public RandomLibrary Library { get; }

    public RandomSearches Searches { get; }

    public ISearchIndex Index { get; private set; }

    public ReferenceIndex Reference { get; private set; } = new(RandomLibrary.Schema);

    public long Cursor { get; private set; }

    /// <summary>Edits the index and the reference alike and commits; now and then a draft is given up.</summary>
    public void Edit(int most)
    {
        var edited = Reference.Copy();
        using (var draft = Index.BeginDraft())
        {
            for (var edits = Library.Next(most); edits > 0; edits--)
            {
                Edit(draft, edited, most);
            }

            Cursor++;
            if (Library.Next(8) > 0)
            {
                draft.Commit(Cursor);
                Reference = edited;
                return;
            }
        }

        using var empty = Index.BeginDraft();
        empty.Commit(Cursor);
    }

    /// <summary>Fills both with a document under every key in one commit.</summary>
    public void Fill()
    {
        using var draft = Index.BeginDraft();
        for (var number = 0; number < Library.Shape.Keys; number++)
        {
            var document = Library.Document($"k{number}");
            draft.Put(document);
            Reference.Put(document);
        }

        draft.Commit(++Cursor);
    }

    /// <summary>Does what must change no answer.</summary>
    public void Rest()
    {
        switch (Library.Next(8))
        {
            case 0 or 1:
                Reopen();
                break;
            case 2:
                Merge(1 + Library.Next(3));
                break;
            case 3:
                (Index as SearchIndex)?.WaitForMerges();
                break;
        }
    }

    public void Reopen()
    {
        Index.Dispose();
        Index = _open(_folder.Path);
    }

    /// <summary>Merges what our own engine has; others merge when they will.</summary>
    public void Merge(int segments = 1) => (Index as SearchIndex)?.Merge(segments);

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }

    private void Edit(IIndexDraft draft, ReferenceIndex edited, int most)
    {
        switch (Library.Next(Math.Max(40, most * 3)))
        {
            case 0:
                draft.Clear();
                edited.Clear();
                break;
            case var choice when choice % 4 == 1:
                var key = Library.Key();
                draft.Delete(key);
                edited.Delete(key);
                break;
            default:
                var document = Library.Document();
                draft.Put(document);
                edited.Put(document);
                break;
        }
    }
}
