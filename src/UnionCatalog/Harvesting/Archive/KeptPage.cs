namespace UnionCatalog.Harvesting.Archive;

/// <summary>An answer as it came over HTTP, after its content coding was undone (RFC 9110, section 8.4).</summary>
internal sealed record KeptPage
{
    /// <summary>When it came, by this machine's clock.</summary>
    public required DateTimeOffset Came { get; init; }

    /// <summary>The address that was asked by GET, byte for byte, but without a name and password.</summary>
    public required string Request { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The answer's headers, but for those that may be secret.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether it is what was asked for, as far as HTTP goes.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}
