namespace UnionCatalog.Server.Limits;

/// <summary>What an address costs: which limit counts it.</summary>
/// <param name="Policy">The limit's name in the headers.</param>
/// <param name="Limit">How many a minute; 0: as many as one likes.</param>
internal sealed record RequestKind(string Policy, Func<RateLimits, int> Limit);

/// <summary>Says of addresses what they cost. The last word counts, so that an address may differ from its group.</summary>
internal static class RequestKinds
{
    private static readonly RequestKind Search = new("searches", limits => limits.Searches);
    private static readonly RequestKind Lookup = new("lookups", limits => limits.Lookups);
    private static readonly RequestKind Free = new("none", _ => 0);

    /// <summary>Searches, lists and whatever else takes milliseconds.</summary>
    public static TBuilder AsSearch<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(Search);

    /// <summary>What costs little or is asked often without a reader's doing.</summary>
    public static TBuilder AsLookup<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(Lookup);

    /// <summary>What a page is made of: it was counted with the page.</summary>
    public static TBuilder Unlimited<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(Free);
}
