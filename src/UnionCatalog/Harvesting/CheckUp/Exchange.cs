using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>One request and what came back, as it went over the wire.</summary>
/// <param name="Address">The address that was asked.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">What it calls itself; empty where it does not.</param>
/// <param name="Server">What the server calls itself (Server and X-Powered-By).</param>
/// <param name="Body">The body, unpacked.</param>
/// <param name="Took">From the request to the body's end.</param>
internal sealed record Exchange(Uri Address, int Status, string ContentType, string Server, ReadOnlyMemory<byte> Body, TimeSpan Took)
{
    /// <summary>Whether the body was compressed and did not say so.</summary>
    public bool IsSilentlyPacked { get; init; }

    /// <summary>The body as text, in whichever encoding it is.</summary>
    public WireText Text { get; } = new(PageText.Open(Body).ReadToEnd());
}

/// <summary>What came of asking.</summary>
/// <param name="Reply">The reply, where one came that could be read.</param>
/// <param name="Fault">Why none could be read; null where one could.</param>
/// <param name="Exchange">What went over the wire last; null where nothing came back.</param>
internal sealed record Answer(OaiReply? Reply, MemberFault? Fault, Exchange? Exchange)
{
    /// <summary>Whether it is a reply without an error.</summary>
    public bool IsGood => Reply is { Errors.Count: 0 };

    /// <summary>What the reply says is wrong; null for nothing, and where there is no reply.</summary>
    public OaiError? Error => Reply?.Errors is [var first, ..] ? first : null;

    /// <summary>Why it is not good, as a system says it or as we do.</summary>
    public string Said => Error?.ToString() ?? "";
}
