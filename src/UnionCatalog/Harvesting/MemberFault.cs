using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting;

/// <summary>
/// A member did something that ends a request or a harvest. It is thrown within this room only: <see cref="Harvester"/>
/// turns it into a failed run. <see cref="Faults"/> has all of them.
/// </summary>
/// <param name="words">What happened and what to do, in words a librarian understands.</param>
/// <param name="cause">The error beneath, for the log.</param>
internal sealed class MemberFault(string words, Exception? cause = null) : Exception(words, cause)
{
    /// <summary>Whether the same request may well succeed in a moment.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Whether the member may have stumbled over the request as it was written.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>What could be saved of the reply; null for nothing.</summary>
    public OaiReply? Salvaged { get; init; }

    /// <summary>How long the member asks to be left alone (RFC 9110, section 10.2.3); null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
