namespace UnionCatalog.Records;

/// <summary>
/// What makes a harvested record itself: the source and the identifier that the source gives it.
/// SLiMS numbers its records alike at every school, so the identifier alone is never enough.
/// </summary>
/// <param name="Source">The member that holds the record.</param>
/// <param name="Identifier">The identifier in the member's system, such as an OAI-PMH identifier (OAI-PMH 2.0, section 2.4).</param>
public sealed record RecordKey(SourceId Source, string Identifier)
{
    /// <summary>The longest text that <see cref="Parse"/> reads, in characters.</summary>
    public const int LongestText = 2_000;

    /// <summary>Reads what <see cref="ToString"/> writes. Identifiers hold slashes and colons, so the source ends at the first slash.</summary>
    /// <returns>Null for what is no key, or longer than <see cref="LongestText"/>.</returns>
    public static RecordKey? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash + 1 < text.Length && text.Length <= LongestText && SourceId.IsValid(text[..slash]) && !text.Any(char.IsControl)
            ? new RecordKey(new SourceId(text[..slash]), text[(slash + 1)..])
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Source}/{Identifier}";
}
