using UnionCatalog.Causes;

namespace UnionCatalog.Harvesting;

/// <summary>
/// A member may not be asked now. It is no fault: <see cref="Harvester"/> leaves the run as it is, to be gone on with when the
/// time has come.
/// </summary>
/// <param name="cause">Why, and until when.</param>
/// <param name="until">When it may be asked again.</param>
internal sealed class MemberPause(Cause cause, DateTimeOffset until) : Exception(cause.ToString())
{
    /// <summary>Why, and until when, for every language.</summary>
    public Cause Cause { get; } = cause;

    /// <summary>When it may be asked again.</summary>
    public DateTimeOffset Until { get; } = until;
}
