namespace UnionCatalog.Members;

/// <summary>A member's OAI-PMH provider; <see cref="FetchedSource.BaseUrl"/> is its base address (OAI-PMH 2.0, section 3.1.1).</summary>
public sealed record OaiPmhSource : FetchedSource
{
    /// <summary>The metadata prefix to ask for; null: the best that the provider has (marcxml or marc21, mods, oai_dc).</summary>
    public string? MetadataPrefix { get; init; }

    /// <summary>The sets to harvest, one after the other; empty: the whole repository.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>How far before the last harvest the next one starts, for servers that are slow to tell. Default: 60 minutes.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>When the whole list is asked for, and what is no more in it is taken for deleted. Default: as the provider says.</summary>
    public SweepMode Sweep { get; init; }

    /// <summary>Whether its datestamps tell what changed; where not, everything is asked for every time. Default: they do.</summary>
    public bool TrustDates { get; init; } = true;

    /// <summary>How it wants its resumption tokens back; the other forms are tried after it. Default: as the standard has it.</summary>
    public TokenForm Tokens { get; init; }
}

/// <summary>When a whole list is asked for, so that what is missing from it is known to be gone.</summary>
public enum SweepMode
{
    /// <summary>Never where the provider keeps track of deletions for good (deletedRecord "persistent"), else every week.</summary>
    Auto,

    /// <summary>Never: only what the provider tells as deleted is.</summary>
    Never,

    /// <summary>At the first harvest seven days or more after the last one.</summary>
    Weekly,

    /// <summary>At every harvest.</summary>
    Always,
}

/// <summary>How a resumption token is sent back.</summary>
public enum TokenForm
{
    /// <summary>Percent-encoded (OAI-PMH 2.0, section 3.1.1.3).</summary>
    Encoded,

    /// <summary>Byte for byte as it came, for systems that give tokens which are encoded already.</summary>
    Raw,

    /// <summary>With the metadata prefix beside it.</summary>
    WithPrefix,
}
