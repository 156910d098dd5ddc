namespace UnionCatalog.Records;

/// <summary>
/// What makes a harvested record itself: the source and the identifier that the source gives it.
/// SLiMS numbers its records alike at every school, so the identifier alone is never enough.
/// </summary>
/// <param name="Source">The member that holds the record.</param>
/// <param name="Identifier">The identifier in the member's system, such as an OAI-PMH identifier (OAI-PMH 2.0, section 2.4).</param>
public sealed record RecordKey(SourceId Source, string Identifier)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source}/{Identifier}";
}
