namespace UnionCatalog.Server.OaiProvider;

/// <summary>An item of a repository: one record in each format it has (OAI-PMH 2.0, section 2.2).</summary>
/// <param name="Identifier">Its identifier, a URI.</param>
/// <param name="Datestamp">When it was last created, changed or deleted.</param>
/// <param name="Sets">The sets it is in; being in "a:b" is being in "a" too.</param>
/// <param name="Metadata">Metadata prefix → one well-formed element in the format's namespace. Empty when deleted.</param>
/// <param name="Deleted">Whether it is deleted, in every format.</param>
internal sealed record OaiItem(
    string Identifier,
    DateTimeOffset Datestamp,
    IReadOnlyList<string> Sets,
    IReadOnlyDictionary<string, string> Metadata,
    bool Deleted = false)
{
    /// <summary>Whether a list in this format names it: a deleted item is told in every format.</summary>
    public bool IsIn(string prefix) => Deleted || Metadata.ContainsKey(prefix);

    /// <summary>Whether it belongs to this set or to one below it.</summary>
    public bool BelongsTo(string set) => Sets.Any(own =>
        own.StartsWith(set, StringComparison.Ordinal) && (own.Length == set.Length || own[set.Length] == ':'));
}
