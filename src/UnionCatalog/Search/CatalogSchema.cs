using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.Search.Asking.Spelling;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Search.Stored;

namespace UnionCatalog.Search;

/// <summary>The fields and columns under which an edition is indexed.</summary>
internal static class CatalogSchema
{
    public const string Title = "title";
    public const string Author = "author";
    public const string Subject = "subject";
    public const string Series = "series";
    public const string Publisher = "publisher";
    public const string Identifier = "identifier";

    /// <summary>Classification and call numbers, whole.</summary>
    public const string Classification = "classification";

    /// <summary>Whatever else a reader may remember: responsibility, notes, summary, contents, call numbers.</summary>
    public const string Everything = "everything";

    /// <summary>Stems, numbers in words, and other spellings of what the fields above have: found, but not as well.</summary>
    public const string Alike = "alike";

    /// <summary>Titles whole, each one term of words in their one spelling.</summary>
    public const string TitleWhole = "titleWhole";

    /// <summary>The first words of titles, as many terms as there are words.</summary>
    public const string TitleStart = "titleStart";

    /// <summary>The words of titles that stand before a number, with it: "kelas 7".</summary>
    public const string TitleNumber = "titleNumber";

    /// <summary>Names whole, the words of each in alphabetical order.</summary>
    public const string AuthorWhole = "authorWhole";

    /// <summary>Dewey numbers without their point, and every beginning of them: a class is found with all that stands below it.</summary>
    public const string Dewey = "dewey";

    /// <summary>What the editions of one work have in common; see <see cref="Card.WorkKeys"/>.</summary>
    public const string WorkKey = "workKey";

    public const string YearNumber = "yearNumber";

    /// <summary>The day on which the edition came into the union, counted from 1 January 1970.</summary>
    public const string Added = "added";
    public const string LibraryCount = "libraryCount";

    /// <summary>What speaks for an edition whatever is asked, in thousandths of a point; see <see cref="Asking.Standing"/>.</summary>
    public const string Standing = "standing";

    /// <summary>The libraries that have more than one record of the edition.</summary>
    public const string DuplicatedAt = "duplicatedAt";

    public const string TitleOrder = "titleOrder";

    private static readonly string[] Columns = [.. Enum.GetNames<SearchFacet>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    /// <summary>How titles, names and headings become words, as they are written.</summary>
    public static readonly TextAnalyzer Words = new();

    /// <summary>Words in their one spelling.</summary>
    public static readonly AnalysisChain Spelt = new(Words, new BookSpelling(SpellingOf.Words));

    /// <summary>Words of names in their one spelling.</summary>
    public static readonly AnalysisChain SpeltNames = new(Words, new BookSpelling(SpellingOf.Names));

    /// <summary>Stems.</summary>
    public static readonly AnalysisChain Stems = new(Words, new BookSpelling(SpellingOf.Stems), new IndonesianStemmer());

    // The weights put a word in a title above the same word in a heading or note; they were measured with 'search evaluate'.
    public static readonly IndexSchema Schema = new(
        [
            new TextField(Title, Spelt, 4f),
            new TextField(Author, SpeltNames, 3f),
            new TextField(Subject, Spelt, 1.5f),
            new TextField(Series, Spelt, 1f),
            new TextField(Publisher, Spelt, 0.7f),
            new TextField(Identifier, new KeywordAnalyzer(), 4f),
            new TextField(Classification, new KeywordAnalyzer(), 4f),
            new TextField(Everything, Spelt, 0.5f),
            new TextField(Alike, Stems, 0.4f),
            new TextField(TitleWhole, new KeywordAnalyzer(), 1f, LengthPenalty: 0),
            new TextField(TitleStart, new KeywordAnalyzer(), 0.5f, LengthPenalty: 0),
            new TextField(TitleNumber, new KeywordAnalyzer(), 0.5f, LengthPenalty: 0),
            new TextField(AuthorWhole, new KeywordAnalyzer(), 0.5f, LengthPenalty: 0),
            new TextField(Dewey, new KeywordAnalyzer(), 0f),
            new TextField(WorkKey, new KeywordAnalyzer(), 0f),
            .. BrowseHeadings.Fields,
        ],
        [
            .. Enum.GetValues<SearchFacet>().Select(facet => new Column.Facet(ColumnOf(facet), GroupOf(facet))),
            new Column.Facet(DuplicatedAt),
            new Column.Number(YearNumber),
            new Column.Number(Added),
            new Column.Number(LibraryCount),
            new Column.Number(Standing),
            new Column.SortKey(TitleOrder),
        ],
        StoredEntry.Version);

    public static string ColumnOf(SearchFacet facet) => Columns[(int)facet];

    /// <summary>Who has an edition decides where it is; and most editions of a year are books in one language.</summary>
    private static string? GroupOf(SearchFacet facet) => facet switch
    {
        SearchFacet.Library or SearchFacet.Kind or SearchFacet.Province or SearchFacet.Regency or SearchFacet.Place or SearchFacet.Available => "holdings",
        SearchFacet.Format or SearchFacet.Language or SearchFacet.Year or SearchFacet.Audience or SearchFacet.Class => "description",
        _ => null,
    };

    /// <summary>A day as <see cref="Added"/> counts it.</summary>
    public static int DayNumber(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
}
