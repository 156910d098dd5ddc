namespace UnionCatalog.Members;

/// <summary>A source that is asked over HTTP, and how considerately.</summary>
public abstract record FetchedSource : MemberSource
{
    /// <summary>The address that is asked, http or https.</summary>
    public required Uri BaseUrl { get; init; }

    /// <inheritdoc/>
    /// <value>Default: 01:00 every night.</value>
    public override string? Schedule { get; init; } = "0 0 1 * * ?";

    /// <inheritdoc/>
    /// <value>Default: 60 minutes.</value>
    public override TimeSpan Spread { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How long one request may take. Default: 60 seconds.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a whole harvest may take. Default: 6 hours.</summary>
    public TimeSpan HarvestTimeout { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How often a failed request is tried again. Default: 4.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>How long the member is left alone between two requests. Default: not at all.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The hours, in <see cref="MemberSource.TimeZone"/>, in which it may be asked; null: any.</summary>
    public HourRange? AllowedHours { get; init; }

    /// <summary>The most requests in one day of <see cref="MemberSource.TimeZone"/>, retries included; null: any number.</summary>
    public int? RequestsPerDay { get; init; }

    /// <summary>For how many days its pages are kept as they came; 0, the default: they are not kept.</summary>
    public int ArchiveDays { get; init; }
}
