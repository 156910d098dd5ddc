namespace UnionCatalog.Reports;

/// <summary>When a night is over, and what in it needs a person.</summary>
public sealed record NightOptions
{
    /// <summary>The network's IANA time zone. Default: Asia/Jakarta.</summary>
    public string TimeZone { get; init; } = "Asia/Jakarta";

    /// <summary>When the report of a night is drawn and kept, by that time zone. Default: 06:30.</summary>
    public TimeOnly DrawnAt { get; init; } = new(6, 30);

    /// <summary>After how long without a complete harvest a member that is fetched from needs a person. Default: 3 days.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How many records set aside in a night need a person. Default: 10.</summary>
    public long ManySetAside { get; init; } = 10;

    /// <summary>Nights in the history, this one included. Default: 14.</summary>
    public int HistoryNights { get; init; } = 14;

    /// <summary>Set-aside and held records named a member; the counts are always the whole. Default: 5.</summary>
    public int Samples { get; init; } = 5;

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The morning whose night a moment belongs to: from noon on, the next day's.</summary>
    public DateOnly NightAt(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime.AddHours(12));

    /// <summary>When a night begins: noon of the day before.</summary>
    public DateTimeOffset StartOf(DateOnly date) => Moment(date.AddDays(-1), new TimeOnly(12, 0));

    /// <summary>When a night ends: noon.</summary>
    public DateTimeOffset EndOf(DateOnly date) => Moment(date, new TimeOnly(12, 0));

    /// <summary>When the report of a night may be kept.</summary>
    public DateTimeOffset DueAt(DateOnly date) => Moment(date, DrawnAt);

    /// <summary>The last night whose report may be kept.</summary>
    public DateOnly LastDue(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        return DueAt(today) <= now ? today : today.AddDays(-1);
    }

    /// <summary>An hour that a change to summer time leaves out counts as the one after it.</summary>
    private DateTimeOffset Moment(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        local = Zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
