using UnionCatalog.Records;

namespace UnionCatalog.Exporting;

/// <summary>Who is named for what, as citations need it.</summary>
/// <param name="Authors">Those who made the work, in the order of the description.</param>
/// <param name="Editors">Those who edited or compiled it.</param>
/// <param name="Translators">Those who translated it.</param>
/// <param name="Others">All others: illustrators, sponsors, publishers.</param>
internal sealed record Credits(
    IReadOnlyList<Contributor> Authors, IReadOnlyList<Contributor> Editors, IReadOnlyList<Contributor> Translators, IReadOnlyList<Contributor> Others)
{
    private static readonly string[] Making = ["author", "creator", "composer", "artist", "photographer", "cartographer", "director", "film director", "adapter"];
    private static readonly string[] Editing = ["editor", "compiler"];

    /// <summary>Sorts the contributors of a description. One without a role is an author: records seldom name that role.</summary>
    public static Credits Of(BibRecord description)
    {
        var sorted = description.Contributors.ToLookup(KindOf);
        return new Credits([.. sorted[Kind.Author]], [.. sorted[Kind.Editor]], [.. sorted[Kind.Translator]], [.. sorted[Kind.Other]]);
    }

    private static Kind KindOf(Contributor one)
    {
        var roles = one.Role?.Split(Contributor.RoleSeparator) ?? [];
        return roles.Length == 0 || roles.Any(Making.Contains) ? Kind.Author
            : roles.Any(Editing.Contains) ? Kind.Editor
            : roles.Contains("translator") ? Kind.Translator
            : one.IsMain ? Kind.Author
            : Kind.Other;
    }

    private enum Kind
    {
        Author,
        Editor,
        Translator,
        Other,
    }
}
