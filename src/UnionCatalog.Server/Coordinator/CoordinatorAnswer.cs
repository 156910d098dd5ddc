namespace UnionCatalog.Server.Coordinator;

/// <summary>What the gate says.</summary>
internal abstract record CoordinatorAnswer
{
    /// <summary>It is the coordinator.</summary>
    public sealed record Open : CoordinatorAnswer;

    /// <summary>It is not, or does not say so.</summary>
    public sealed record Refused : CoordinatorAnswer;

    /// <summary>Too many keys were wrong: this one was not looked at.</summary>
    /// <param name="Wait">How long until the next one is.</param>
    public sealed record Closed(TimeSpan Wait) : CoordinatorAnswer;
}
