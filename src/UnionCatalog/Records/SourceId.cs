using System.Text.RegularExpressions;

namespace UnionCatalog.Records;

/// <summary>The short name of one source of records (a member library), as written in its configuration file.</summary>
/// <param name="Value">1 to 64 lower-case letters, digits and hyphens; see <see cref="IsValid"/>.</param>
public readonly partial record struct SourceId(string Value)
{
    /// <summary>Whether <paramref name="text"/> can be a source's name: it becomes part of addresses and file names.</summary>
    public static bool IsValid(string text) => Pattern().IsMatch(text);

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
