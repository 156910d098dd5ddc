using UnionCatalog.Matching;
using UnionCatalog.Matching.Features;
using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>The work that an edition is of, as far as its description tells.</summary>
/// <remarks>Kept in the index beside the edition, so that two are compared without reading either description again.</remarks>
internal sealed class Work
{
    // Names that name nobody: two books by "Tim Penyusun" have no author in common.
    private static readonly HashSet<string> Nobody = new(StringComparer.Ordinal)
    {
        "tim", "team", "penyusun", "penulis", "pengarang", "redaksi", "editor", "anonim", "anonymous", "unknown", "guru", "dosen", "dkk", "dan", "kawan",
        "oleh", "dari", "karya", "penerjemah", "alih", "bahasa", "ilustrasi", "ilustrator", "penyunting", "kontributor", "the", "and", "by", "et", "al", "various", "berbagai", "sumber",
    };

    /// <summary>Its keys that hold with an author's name only; see <see cref="WorkKeys.WithAuthor"/>.</summary>
    public required HashSet<string> WithAuthor { get; init; }

    /// <summary>Its keys that hold by themselves; see <see cref="WorkKeys.Alone"/>.</summary>
    public required HashSet<string> Alone { get; init; }

    /// <summary>The names that can be an author's.</summary>
    public required IReadOnlyList<NameFeature> Names { get; init; }

    /// <summary>The words of the statement of responsibility.</summary>
    public required HashSet<string> Responsibility { get; init; }

    /// <summary>The edition's first language; null when it names none.</summary>
    public string? Language { get; init; }

    /// <summary>The edition's year; null when it is not known.</summary>
    public int? Year { get; init; }

    /// <summary>What the other editions are found by: each shares one of these at least.</summary>
    public IEnumerable<string> Keys => WithAuthor.Concat(Alone);

    /// <summary>The work of an edition.</summary>
    public static Work Of(BibRecord description)
    {
        var features = MatchFeatures.From(new BibRecord
        {
            Title = description.Title,
            Contributors = description.Contributors,
            Responsibility = description.Responsibility,
            Series = description.Series,
            Identifiers = description.Identifiers,
            Year = description.Year,
        });
        return new Work
        {
            WithAuthor = WorkKeys.WithAuthor(description, features),
            Alone = WorkKeys.Alone(description, features),
            Names = [.. features.Names.Where(name => !IsNobody(name.Words))],
            Responsibility = [.. features.Responsibility],
            Language = description.Languages is [var first, ..] ? first : null,
            Year = description.Year,
        };
    }

    /// <summary>Whether words are of no one's name.</summary>
    public static bool IsNobody(IEnumerable<string> words) => words.All(Nobody.Contains);

    /// <summary>Whether both are editions of one work: a title that names it, or a title in common and an author who can be one.</summary>
    public bool IsOf(Work other) =>
        Alone.Overlaps(other.Alone) || (WithAuthor.Overlaps(other.WithAuthor) && AuthorsAgree(other));

    private bool AuthorsAgree(Work other) => (Names.Count, other.Names.Count) switch
    {
        (0, 0) => Responsibility.Count(word => word.Length > 2 && !Nobody.Contains(word) && other.Responsibility.Contains(word)) > 1,
        (0, _) => other.Names.Any(name => name.StandsIn(Responsibility)),
        (_, 0) => Names.Any(name => name.StandsIn(other.Responsibility)),
        _ => Names.Any(name => other.Names.Any(name.Agrees)),
    };
}
