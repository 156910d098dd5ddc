using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;

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

    /// <summary>What the editions of one work have in common; see <see cref="Card.WorkKeys"/>.</summary>
    public const string WorkKey = "workKey";

    public const string YearNumber = "yearNumber";

    /// <summary>The day on which the edition came into the union, counted from 1 January 1970.</summary>
    public const string Added = "added";
    public const string LibraryCount = "libraryCount";
    /// <summary>The libraries that have more than one record of the edition.</summary>
    public const string DuplicatedAt = "duplicatedAt";

    public const string TitleOrder = "titleOrder";

    /// <summary>The fields that plain words are looked for in.</summary>
    public static readonly IReadOnlyList<string> WordFields = [Title, Author, Subject, Series, Publisher, Identifier, Everything];

    /// <summary>How titles, names and headings become words.</summary>
    public static readonly TextAnalyzer Words = new();

    // The weights put a word in a title above the same word in a heading or note; the search issue will measure them.
    public static readonly IndexSchema Schema = new(
        [
            new TextField(Title, Words, 4f),
            new TextField(Author, Words, 3f),
            new TextField(Subject, Words, 1.5f),
            new TextField(Series, Words, 1f),
            new TextField(Publisher, Words, 0.7f),
            new TextField(Identifier, new KeywordAnalyzer(), 4f),
            new TextField(Classification, new KeywordAnalyzer(), 4f),
            new TextField(Everything, Words, 0.5f),
            new TextField(WorkKey, new KeywordAnalyzer(), 0f),
        ],
        [
            .. Enum.GetValues<SearchFacet>().Select(facet => new Column.Facet(ColumnOf(facet))),
            new Column.Facet(DuplicatedAt),
            new Column.Number(YearNumber),
            new Column.Number(Added),
            new Column.Number(LibraryCount),
            new Column.SortKey(TitleOrder),
        ]);

    public static string ColumnOf(SearchFacet facet) => char.ToLowerInvariant(facet.ToString()[0]) + facet.ToString()[1..];

    /// <summary>A day as <see cref="Added"/> counts it.</summary>
    public static int DayNumber(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static string FieldOf(SearchField field) => field switch
    {
        SearchField.Title => Title,
        SearchField.Author => Author,
        SearchField.Subject => Subject,
        SearchField.Series => Series,
        SearchField.Publisher => Publisher,
        SearchField.Identifier => Identifier,
        SearchField.Classification => Classification,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
