namespace UnionCatalog.Server.OaiProvider;

/// <summary>What a request is answered with.</summary>
internal abstract record OaiReply
{
    private OaiReply()
    {
    }

    /// <summary>The request was wrong or selected nothing (OAI-PMH 2.0, section 3.6).</summary>
    internal sealed record Failure(IReadOnlyList<OaiError> Errors) : OaiReply
    {
        /// <summary>A failure with one error.</summary>
        public Failure(OaiErrorCode code, string message)
            : this([new OaiError(code, message)])
        {
        }
    }

    /// <summary>Section 4.2.</summary>
    internal sealed record Identify : OaiReply;

    /// <summary>Section 4.4.</summary>
    internal sealed record Formats(IReadOnlyList<OaiFormat> List) : OaiReply;

    /// <summary>Section 4.6.</summary>
    internal sealed record Sets : OaiReply;

    /// <summary>Section 4.1.</summary>
    internal sealed record Record(OaiItem Item, string Prefix) : OaiReply;

    /// <summary>Section 4.3.</summary>
    internal sealed record Headers(OaiPage Page) : OaiReply;

    /// <summary>Section 4.5.</summary>
    internal sealed record Records(OaiPage Page) : OaiReply;
}
