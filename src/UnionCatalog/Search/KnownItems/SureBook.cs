using UnionCatalog.Matching;
using UnionCatalog.Matching.Features;
using UnionCatalog.Records;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Search.KnownItems;

/// <summary>
/// A book known by title and author only, and whether an edition is surely of it: the same title, however it is written, the same
/// volume, class and the like, and an author who can be the same. Where that does not suffice, it is not.
/// </summary>
internal sealed class SureBook
{
    private readonly MatchFeatures _features;
    private readonly List<NameFeature> _names;

    public SureBook(KnownItem item)
    {
        _features = MatchFeatures.From(new BibRecord { Title = new Title(item.BareTitle) });
        // Nobody says whether it is a person or a body; the form of the name decides with which it agrees.
        _names = [.. item.Authors.SelectMany(name => Enum.GetValues<ContributorKind>().Select(kind => NameFeature.Read(new Contributor(name, kind)))).OfType<NameFeature>().Where(name => !Work.IsNobody(name.Words))];
    }

    /// <summary>Whether title and author tell enough: "Matematika" alone is many books, of one author too.</summary>
    public bool CanBeSure => _features.Title.Proper.Length > 0 && _names.Count > 0 && !(_features.Title.IsCommon && _features.Parts.Count == 0);

    /// <summary>Whether it is the same title; not where none was told.</summary>
    public bool IsCalled(Title title) => _features.Title.Proper.Length > 0 && IsTitle(_features.Title.United, MatchFeatures.From(new BibRecord { Title = title }).Title.United);

    /// <summary>
    /// Whether a word of both titles is the same: what has the number and a title with no word in common has it by mistake. True where
    /// that cannot be told, because no title was told or one is in another script.
    /// </summary>
    public bool MayBeCalled(Title title)
    {
        var (own, other) = (_features.Title.United, MatchFeatures.From(new BibRecord { Title = title }).Title.United);
        return own.Words.Length == 0 || other.Words.Length == 0 || own.Script is not null || other.Script is not null
            || own.Proper == other.Proper || own.Words.Intersect(other.Words, StringComparer.Ordinal).Any();
    }

    /// <summary>Whether an edition is surely of this book.</summary>
    public bool Is(BibRecord description)
    {
        var other = MatchFeatures.From(description);
        return IsTitle(_features.Title.United, other.Title.United) && HaveSameParts(_features.Parts, other.Parts) && IsAuthor(other);
    }

    /// <summary>A subtitle that one of them leaves out is no difference, unless many books are called as the other.</summary>
    private static bool IsTitle(TitleFeature one, TitleFeature other) =>
        one.Whole == other.Whole
        || (one.Proper == other.Proper && !one.IsCommon && !other.IsCommon && (one.RestWords.IsEmpty || other.RestWords.IsEmpty));

    private static bool HaveSameParts(IReadOnlyDictionary<PartKind, SortedSet<string>> some, IReadOnlyDictionary<PartKind, SortedSet<string>> others) =>
        some.Count == others.Count && some.All(part => others.TryGetValue(part.Key, out var numbers) && numbers.SetEquals(part.Value));

    private bool IsAuthor(MatchFeatures other) => other.Names.Count > 0
        ? other.Names.Any(name => _names.Exists(name.Agrees))
        : _names.Exists(name => name.IsPerson && name.Words.Count > 1 && name.StandsIn(other.Responsibility));
}
