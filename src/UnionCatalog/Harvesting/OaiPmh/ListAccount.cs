namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>What one list promises and what comes of it, page by page; tells when the two cannot be reconciled.</summary>
/// <param name="isFiltered">Whether changes or a set were asked for, not everything.</param>
internal sealed class ListAccount(bool isFiltered)
{
    private const int MostEmptyPages = 10;

    /// <summary>No web server in use takes a request's line that is longer: 8,190 bytes are Apache's default.</summary>
    private const int LongestToken = 8_000;

    /// <summary>A list may end this much short: completeListSize may be an estimate (OAI-PMH 2.0, section 3.5).</summary>
    private const double LeastShare = 0.9;

    /// <summary>A list may grow this much while it is walked, by records that are added meanwhile.</summary>
    private const double MostGrowth = 1.1;
    private const long SomeGrowth = 20;

    private readonly TokenLoop _loop = new();
    private long? _came = 0;
    private long? _promised;
    private int _emptyPages;

    /// <summary>The account of a list whose first pages came in an earlier harvest, so that what came of it is not known.</summary>
    public static ListAccount GoOn(bool isFiltered, long? promised) => new(isFiltered) { _came = null, _promised = promised };

    /// <summary>Whether exactly what was promised has come.</summary>
    public bool IsWhole => _came is { } came && came == _promised;

    /// <summary>Takes a page to account.</summary>
    /// <returns>What is wrong with the list; null when nothing is.</returns>
    public MemberFault? Take(OaiReply page)
    {
        var before = _promised;
        _came += page.Records.Count;
        _promised = page.Token?.ListSize ?? _promised;
        _emptyPages = page.Records.Count == 0 ? _emptyPages + 1 : 0;
        return CheckSize(before) ?? (page.Token?.Value is { Length: > 0 } token ? CheckNext(token) : CheckEnd(page));
    }

    /// <summary>A list of changes, or of a set, that suddenly is much longer goes on as the list of everything.</summary>
    private MemberFault? CheckSize(long? before) =>
        isFiltered && before is { } was && _promised is { } now && now > (was * MostGrowth) + SomeGrowth ? Faults.FilterForgotten(was, now) : null;

    private MemberFault? CheckNext(string token) =>
        _emptyPages == MostEmptyPages ? Faults.EmptyPages(MostEmptyPages)
        : token.Length > LongestToken ? Faults.LongToken(token.Length)
        : _loop.Closes(token) ? Faults.TokenLoop()
        : null;

    private MemberFault? CheckEnd(OaiReply page) =>
        page.IsCut ? Faults.BrokenOff()
        : _came is { } came && _promised is { } promised && came < promised * LeastShare ? Faults.ShortList(came, promised)
        : null;
}
