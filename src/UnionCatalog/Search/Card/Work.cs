using UnionCatalog.Matching;
using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>The work that an edition is of, as far as its description tells.</summary>
internal sealed class Work
{
    // Names that name nobody: two books by "Tim Penyusun" have no author in common.
    private static readonly HashSet<string> Nobody = new(StringComparer.Ordinal)
    {
        "tim", "team", "penyusun", "penulis", "pengarang", "redaksi", "editor", "anonim", "anonymous", "unknown", "guru", "dosen", "dkk", "dan", "kawan",
        "oleh", "dari", "karya", "penerjemah", "alih", "bahasa", "ilustrasi", "ilustrator", "penyunting", "kontributor", "the", "and", "by", "et", "al", "various", "berbagai", "sumber",
    };

    private readonly HashSet<string> _withAuthor;
    private readonly HashSet<string> _alone;
    private readonly MatchFeatures _features;

    private Work(BibRecord description)
    {
        _features = MatchFeatures.From(new BibRecord
        {
            Title = description.Title,
            Contributors = description.Contributors,
            Responsibility = description.Responsibility,
            Series = description.Series,
            Identifiers = description.Identifiers,
            Year = description.Year,
        });
        _withAuthor = WorkKeys.WithAuthor(description, _features);
        _alone = WorkKeys.Alone(description, _features);
    }

    /// <summary>What the other editions are found by: each shares one of these at least.</summary>
    public IEnumerable<string> Keys => _withAuthor.Concat(_alone);

    /// <summary>The work of an edition.</summary>
    public static Work Of(BibRecord description) => new(description);

    /// <summary>Whether words are of no one's name.</summary>
    public static bool IsNobody(IEnumerable<string> words) => words.All(Nobody.Contains);

    /// <summary>Whether both are editions of one work: a title that names it, or a title in common and an author who can be one.</summary>
    public bool IsOf(Work other) =>
        _alone.Overlaps(other._alone) || (_withAuthor.Overlaps(other._withAuthor) && AuthorsAgree(_features, other._features));

    private static bool AuthorsAgree(MatchFeatures one, MatchFeatures other)
    {
        var (names, others) = (one.Names.Where(name => !IsNobody(name.Words)).ToList(), other.Names.Where(name => !IsNobody(name.Words)).ToList());
        return (names.Count, others.Count) switch
        {
            (0, 0) => one.Responsibility.Count(word => word.Length > 2 && !Nobody.Contains(word) && other.Responsibility.Contains(word)) > 1,
            (0, _) => others.Exists(name => name.StandsIn(one.Responsibility)),
            (_, 0) => names.Exists(name => name.StandsIn(other.Responsibility)),
            _ => names.Exists(name => others.Exists(name.Agrees)),
        };
    }
}
