using UnionCatalog.Causes;
using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting;

/// <summary>
/// A member did something that ends a request or a harvest. It is thrown within this room only: <see cref="Harvester"/>
/// turns it into a failed run. <see cref="Faults"/> has all of them.
/// </summary>
/// <param name="cause">What happened and what to do; the message has it in English.</param>
/// <param name="error">The error beneath, for the log.</param>
internal sealed class MemberFault(Cause cause, Exception? error = null) : Exception(cause.ToString(), error)
{
    /// <summary>What happened and what to do, for every language.</summary>
    public Cause Cause { get; } = cause;

    /// <summary>Whether the same request may well succeed in a moment.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Whether the member may have stumbled over the request as it was written.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>What could be saved of the reply; null for nothing.</summary>
    public OaiReply? Salvaged { get; init; }

    /// <summary>How long the member asks to be left alone (RFC 9110, section 10.2.3); null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
