namespace UnionCatalog.Records;

/// <summary>A standard identifier in canonical form, with the form the record gave it.</summary>
/// <param name="Kind">Which standard it follows.</param>
/// <param name="Value">Canonical: ISBN as 13 digits, ISSN as NNNN-NNNC, others trimmed. The raw form where it is not valid.</param>
/// <param name="Raw">Exactly what the record said.</param>
/// <param name="IsValid">Whether the form and the check digit are right (ISO 2108, ISO 3297).</param>
/// <param name="Qualifier">What the record says of it, such as "jil. 1" or "pbk."; null when nothing.</param>
public sealed record StandardIdentifier(IdentifierKind Kind, string Value, string Raw, bool IsValid, string? Qualifier = null);

/// <summary>The standards an identifier can follow.</summary>
public enum IdentifierKind
{
    /// <summary>International Standard Book Number, ISO 2108.</summary>
    Isbn,

    /// <summary>International Standard Serial Number, ISO 3297.</summary>
    Issn,

    /// <summary>International Standard Music Number, ISO 10957.</summary>
    Ismn,

    /// <summary>Digital Object Identifier, ISO 26324.</summary>
    Doi,

    /// <summary>Any other identifier that the record names.</summary>
    Other,
}
