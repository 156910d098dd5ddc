namespace UnionCatalog.Server.Uploads;

/// <summary>What the gate says to a password.</summary>
internal abstract record GateAnswer
{
    /// <summary>It is the member's password.</summary>
    public sealed record Open : GateAnswer;

    /// <summary>It is not, or there is no such member, or it has no password: which of them is not told.</summary>
    public sealed record Refused : GateAnswer;

    /// <summary>Too many were wrong: the password was not looked at.</summary>
    /// <param name="Wait">How long until the next one is.</param>
    public sealed record Closed(TimeSpan Wait) : GateAnswer;
}
