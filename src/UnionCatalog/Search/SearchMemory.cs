using UnionCatalog.FullText;
using UnionCatalog.Search.Asking;

namespace UnionCatalog.Search;

/// <summary>What a search came to.</summary>
/// <param name="Query">What was asked in the end.</param>
/// <param name="Page">The page that was asked for, and how many hits it has room for.</param>
/// <param name="Hits">What was found.</param>
internal sealed record Found(WidenedQuery Query, (int Number, int Size) Page, SearchHits Hits);

/// <summary>Whatever an answer hangs on but the request. Where it is the same, so is every answer.</summary>
/// <param name="Stamp">The state of the index; see <see cref="IIndexSnapshot.Stamp"/>.</param>
/// <param name="Members">The libraries in force.</param>
internal readonly record struct SearchState(ulong Stamp, object Members);

/// <summary>
/// What was found lately. Much is asked by many, and then page by page: to count the libraries, years and subjects of a hundred thousand
/// hits once more would be most of the work of a second page. Only the state that was searched last is remembered. Safe to use from
/// several threads.
/// </summary>
/// <param name="fewestHits">What finds fewer is quickly found again. Default: 10,000.</param>
/// <param name="kept">So many of the latest are kept in any case, and at most twice as many: some ten kilobytes each. Default: 400.</param>
internal sealed class SearchMemory(int fewestHits = 10_000, int kept = 400)
{
    private readonly Lock _lock = new();
    private SearchState _state;
    private Dictionary<string, Found> _latest = new(StringComparer.Ordinal);
    private Dictionary<string, Found> _before = new(StringComparer.Ordinal);

    /// <summary>What was found; null when it is not known, or no longer.</summary>
    public Found? Recall(SearchState state, string asked)
    {
        lock (_lock)
        {
            if (state != _state)
            {
                return null;
            }

            if (!_latest.TryGetValue(asked, out var found) && _before.TryGetValue(asked, out found))
            {
                Put(asked, found);
            }

            return found;
        }
    }

    /// <summary>Keeps what was found, where it is worth it.</summary>
    public void Keep(SearchState state, string asked, Found found)
    {
        if (found.Hits.Total < fewestHits || found.Hits.IsPartial)
        {
            return;
        }

        lock (_lock)
        {
            if (state != _state)
            {
                _state = state;
                _latest.Clear();
                _before.Clear();
            }

            Put(asked, found);
        }
    }

    private void Put(string asked, Found found)
    {
        if (_latest.Count == kept)
        {
            (_before, _latest) = (_latest, _before);
            _latest.Clear();
        }

        _latest[asked] = found;
    }
}
