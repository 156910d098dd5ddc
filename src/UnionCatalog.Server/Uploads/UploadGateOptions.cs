namespace UnionCatalog.Server.Uploads;

/// <summary>How many wrong passwords the gate bears, and for how long it remembers.</summary>
internal sealed record UploadGateOptions
{
    /// <summary>The wrong passwords from one address that close the gate to it. Default: 5.</summary>
    public int FailuresByAddress { get; init; } = 5;

    /// <summary>
    /// The wrong passwords for one member, from any address, that close the gate to addresses it has not uploaded from. More
    /// than an address has, so that one stranger cannot close it. Default: 20.
    /// </summary>
    public int FailuresByMember { get; init; } = 20;

    /// <summary>How long the gate stays closed, counted from the last wrong password. Default: 15 minutes.</summary>
    public TimeSpan Closure { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a right password need not be hashed again: an upload is hundreds of requests. Default: 10 minutes.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The addresses remembered for their wrong passwords; beyond, the one that failed longest ago is forgotten. Default: 10,000.</summary>
    public int Addresses { get; init; } = 10_000;
}
