namespace UnionCatalog.Availability;

/// <summary>
/// Keeps answers for minutes, so many and no more. Whoever asks for the same record while it is being asked for waits for the same
/// answer. Safe to use from several threads.
/// </summary>
internal sealed class AnswerShelf(AvailabilityOptions options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<AskedRecord, (Task<ItemsNow?> Answer, DateTimeOffset Asked)> _kept = [];

    /// <summary>How many answers are kept, good or not.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _kept.Count;
            }
        }
    }

    /// <summary>The answer that is kept or on its way, or else a new one.</summary>
    public Task<ItemsNow?> FindOrAsk(AskedRecord record, Func<AskedRecord, Task<ItemsNow?>> ask)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_kept.TryGetValue(record, out var kept) && IsGood(kept.Answer, now - kept.Asked))
            {
                return kept.Answer;
            }

            MakeRoom();
            var answer = Task.Run(() => ask(record));
            _kept[record] = (answer, now);
            return answer;
        }
    }

    private bool IsGood(Task<ItemsNow?> answer, TimeSpan age) =>
        !answer.IsCompleted || (answer.IsCompletedSuccessfully && age < (answer.Result is null ? options.Grudge : options.Keeping));

    /// <summary>The oldest tenth goes at once, so that not every new answer has to look for the oldest.</summary>
    private void MakeRoom()
    {
        if (_kept.Count >= options.MostKept)
        {
            foreach (var record in _kept.OrderBy(kept => kept.Value.Asked).Take((options.MostKept / 10) + 1).Select(kept => kept.Key).ToList())
            {
                _kept.Remove(record);
            }
        }
    }
}
