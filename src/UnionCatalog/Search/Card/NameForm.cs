using UnionCatalog.Matching;
using UnionCatalog.Matching.Features;
using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>A contributor, and where in its record it is named.</summary>
internal readonly record struct NamedPlace(Contributor Contributor, int Place);

/// <summary>A name in one set of words, whatever their order: "Hirata, Andrea" and "Andrea Hirata".</summary>
internal sealed class NameForm(Candidate<NamedPlace> name)
{
    private NameFeature? _feature;
    private bool _isRead;

    /// <summary>Its spellings and who has them.</summary>
    public Candidate<NamedPlace> Name { get; } = name;

    /// <summary>Its words in alphabetical order, titles and degrees among them.</summary>
    public string[] Words { get; } = name.Key.Split(' ');

    /// <summary>Words that are more than an initial, titles and degrees among them.</summary>
    public int FullWordsAsWritten => Words.Count(word => word.Length > 1);

    /// <summary>Words that are more than an initial, without titles as far as it was necessary to look for them.</summary>
    public int FullWords => _isRead && Feature is { } feature ? feature.Words.Count(word => word.Length > 1) : FullWordsAsWritten;

    /// <summary>Titles and degrees, as far as it was necessary to look for them.</summary>
    public int Ornaments => _isRead && Feature is { } feature ? Math.Max(0, Words.Length - feature.Words.Count) : 0;

    /// <summary>The name as matching compares it; null when it sees no name in it.</summary>
    public NameFeature? Feature
    {
        get
        {
            if (!_isRead)
            {
                _isRead = true;
                _feature = MatchFeatures.From(new BibRecord { Contributors = [Name.Offers[0].Contributor] }).Names is [var read, ..] ? read : null;
            }

            return _feature;
        }
    }

    /// <summary>Whether both can be one person's: some word is in both, and matching agrees.</summary>
    public bool Agrees(NameForm other) =>
        Words.Any(word => word.Length > 1 && Array.IndexOf(other.Words, word) >= 0)
        && Feature is { } mine && other.Feature is { } theirs && mine.Agrees(theirs);
}
