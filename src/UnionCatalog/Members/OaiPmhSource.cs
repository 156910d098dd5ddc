namespace UnionCatalog.Members;

/// <summary>How a member's OAI-PMH provider is harvested.</summary>
public sealed record OaiPmhSource
{
    /// <summary>The provider's base address (OAI-PMH 2.0, section 3.1.1), http or https.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The metadata prefix to ask for; null: the best that the provider has (marcxml or marc21, mods, oai_dc).</summary>
    public string? MetadataPrefix { get; init; }

    /// <summary>The sets to harvest, one after the other; empty: the whole repository.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>When to harvest: a Quartz cron expression. Default: 01:00 every night.</summary>
    public string Schedule { get; init; } = "0 0 1 * * ?";

    /// <summary>The IANA time zone of <see cref="Schedule"/>. Default: Asia/Jakarta.</summary>
    public string TimeZone { get; init; } = "Asia/Jakarta";

    /// <summary>
    /// The harvest is put off by a part of this, always the same for one member, so that members do not all start at once.
    /// Default: 60 minutes.
    /// </summary>
    public TimeSpan Spread { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How far before the last harvest the next one starts, for servers that are slow to tell. Default: 60 minutes.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How long one request may take. Default: 60 seconds.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a whole harvest may take. Default: 6 hours.</summary>
    public TimeSpan HarvestTimeout { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How often a failed request is tried again. Default: 4.</summary>
    public int Retries { get; init; } = 4;
}
