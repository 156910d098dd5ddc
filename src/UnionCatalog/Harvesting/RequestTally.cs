using UnionCatalog.Harvesting.Archive;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>One harvest's requests: each waits for its turn, is counted between two pages that are stored, and its answer is kept.</summary>
/// <param name="member">Who is asked.</param>
/// <param name="pacer">Gives the turns; null: nobody waits.</param>
/// <param name="keeper">Keeps the answers; null: they are not kept.</param>
internal sealed class RequestTally(Member? member = null, RequestPacer? pacer = null, PageKeeper? keeper = null)
{
    private long _requests;
    private long _retries;
    private bool _isRetry;

    /// <summary>Begins to ask for something: what is sent after the first request for it is a retry.</summary>
    public void Begin() => _isRetry = false;

    /// <summary>Waits for the next request's turn, and counts it.</summary>
    /// <returns>The turn, to be disposed of when the answer has come.</returns>
    /// <exception cref="MemberPause">The member may not be asked now.</exception>
    public async Task<IDisposable?> TakeTurnAsync(CancellationToken cancellation)
    {
        var turn = pacer is null ? null : await pacer.TakeTurnAsync(member!.Id, (FetchedSource)member.Source, cancellation);
        _requests++;
        _retries += _isRetry ? 1 : 0;
        _isRetry = true;
        return turn;
    }

    /// <summary>Keeps an answer, where the member's are kept.</summary>
    public void Keep(Uri request, HttpResponseMessage response, ReadOnlyMemory<byte> body) => keeper?.Keep(request, response, body);

    /// <summary>Waits until the answers that are kept are on the disk.</summary>
    /// <returns>Why not all of them could be kept; null where they were, or were not to be.</returns>
    public string? FinishKeeping()
    {
        keeper?.Finish();
        return keeper?.Failure;
    }

    /// <summary>What was counted since the last time.</summary>
    public RunCounts Take()
    {
        var counts = new RunCounts { Requests = _requests, Retries = _retries };
        (_requests, _retries) = (0, 0);
        return counts;
    }
}
