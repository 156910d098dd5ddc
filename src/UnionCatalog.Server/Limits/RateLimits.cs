namespace UnionCatalog.Server.Limits;

/// <summary>
/// How many requests a minute one client may make. A client is an IPv4 address or an IPv6 network of 64 bits: a school's whole computer
/// room may be one.
/// </summary>
internal sealed record RateLimits
{
    /// <summary>Pages, searches, lists and exports, in requests a minute; 0: as many as one likes. Default: 600, forty pupils with fifteen each.</summary>
    public int Searches { get; init; } = 600;

    /// <summary>What is asked without a reader's doing, or costs little: suggestions, single editions, the widget; likewise. Default: 3,000.</summary>
    public int Lookups { get; init; } = 3_000;

    /// <summary>
    /// How many times as much this machine itself may ask: a web server in front that does not tell whom it speaks for stands before
    /// everybody. Default: 100.
    /// </summary>
    public int LocalFactor { get; init; } = 100;

    /// <summary>How many clients are told apart, about 300 bytes each and kind of request; of more than these, some share what they may. Default: 65,536.</summary>
    public int Clients { get; init; } = 65_536;
}
