using UnionCatalog.Availability.Reading;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Availability;

/// <summary>
/// Is it in, now? Asks libraries' own catalogues for the items of their records, all at once and not for long. Whatever a library
/// answers or does not, nothing is thrown for it. Safe to use from several threads.
/// </summary>
public sealed class LiveStatus
{
    private readonly MemberDirectory _members;
    private readonly AvailabilityOptions _options;
    private readonly TimeProvider _clock;
    private readonly StatusFetcher _fetcher;
    private readonly AnswerShelf _shelf;
    private readonly HostTurns _turns;
    private readonly Circuits _circuits;

    /// <summary>Puts it together.</summary>
    /// <param name="members">The libraries and how each is asked.</param>
    /// <param name="http">Sends the requests; it follows no redirects itself.</param>
    /// <param name="options">How far it goes.</param>
    /// <param name="clock">Tells the time.</param>
    public LiveStatus(MemberDirectory members, HttpClient http, AvailabilityOptions options, TimeProvider clock)
    {
        (_members, _options, _clock) = (members, options, clock);
        _fetcher = new(http, options, clock);
        _shelf = new(options, clock);
        _turns = new(options, clock);
        _circuits = new(options, clock);
    }

    /// <summary>How many answers are kept.</summary>
    internal int Kept => _shelf.Count;

    /// <summary>Whether a library is asked at all.</summary>
    public bool CanAsk(SourceId library) => _members.Find(library)?.Status is not null;

    /// <summary>Asks for the records of an edition.</summary>
    /// <param name="records">The records, of however many libraries; the libraries in the order in which they are to be asked.</param>
    /// <param name="cancellation">Gives up waiting; what was asked is kept all the same when it comes.</param>
    /// <returns>What each library tells that answered for all of its records in time.</returns>
    public async Task<IReadOnlyDictionary<SourceId, ItemsNow>> AskAsync(IEnumerable<RecordKey> records, CancellationToken cancellation)
    {
        var libraries = records.GroupBy(record => record.Source).Select(Choose).OfType<IReadOnlyList<AskedRecord>>().Take(_options.MostLibraries)
            .Select(library => (library[0].Record.Source, Answers: library.Select(record => _shelf.FindOrAsk(record, FetchAsync)).ToList()))
            .ToList();
        Task all = Task.WhenAll(libraries.SelectMany(library => library.Answers));
        await all.WaitAsync(_options.Patience, _clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        return libraries
            .Where(library => library.Answers.TrueForAll(answer => answer.IsCompletedSuccessfully && answer.Result is not null))
            .ToDictionary(library => library.Source, library => ItemsNow.Join([.. library.Answers.Select(answer => answer.Result!)]));
    }

    /// <summary>What a library is asked; null when it is not.</summary>
    private IReadOnlyList<AskedRecord>? Choose(IGrouping<SourceId, RecordKey> records)
    {
        if (_members.Find(records.Key)?.Status is not { } recipe)
        {
            return null;
        }

        var asked = records.Distinct().Select(record => recipe.AddressOf(record.Identifier) is { } address ? new AskedRecord(record, recipe, address) : null).ToList();
        return asked.Count <= _options.MostRecords && asked.TrueForAll(record => record is not null) ? [.. asked.OfType<AskedRecord>()] : null;
    }

    /// <summary>Not the reader's wait but one of its own: who asks meanwhile gets the answer as well.</summary>
    private async Task<ItemsNow?> FetchAsync(AskedRecord record)
    {
        using var patience = new CancellationTokenSource(_options.Patience, _clock);
        try
        {
            using var turn = await _turns.TakeAsync(record.Address.IdnHost, patience.Token);
            var now = _clock.GetUtcNow();
            return turn is not null && await _circuits.AskAsync(record, token => _fetcher.FetchAsync(record.Address, token), patience.Token) is Fetched.Answer answer
                && StatusReply.Read(record.Recipe.Form, answer.Body, now) is { } items
                ? new ItemsNow(items, now)
                : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
