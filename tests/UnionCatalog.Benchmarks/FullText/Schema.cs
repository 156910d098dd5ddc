using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>What a book is to our engine: every word in one field, three fields beside it, five columns, eight bytes stored.</summary>
internal static class Schema
{
    public const string Words = "words";
    public const string Title = "title";
    public const string Author = "author";
    public const string Subject = "subject";
    public const string Library = "library";
    public const string Year = "year";
    public const string Language = "language";
    public const string Format = "format";
    public const string Publisher = "publisher";

    private static readonly TextAnalyzer Analyzer = new();

    public static IndexSchema Index { get; } = new(
        [new(Words, Analyzer), new(Title, Analyzer), new(Author, Analyzer), new(Subject, Analyzer)],
        [new Column.Facet(Library), new Column.Number(Year), new Column.Facet(Language), new Column.Facet(Format), new Column.Facet(Publisher)]);

    /// <summary>A book as a document. The texts that FTS5 has as its four columns are four texts of the field with every word.</summary>
    public static IndexDocument ToDocument(Book book)
    {
        var document = new IndexDocument(Corpus.KeyOf(book.Number)) { Stored = BitConverter.GetBytes((long)book.Number) };
        var (title, author, subject) = (Corpus.Text(book.Title), Corpus.Text(book.Author), Corpus.Text(book.Subject));
        document.AddText(Words, title);
        document.AddText(Words, author);
        document.AddText(Words, subject);
        document.AddText(Words, Corpus.Text(book.Rest));
        document.AddText(Title, title);
        document.AddText(Author, author);
        document.AddText(Subject, subject);
        foreach (var library in book.Libraries)
        {
            document.AddFacet(Library, Corpus.LibraryNames[library]);
        }

        document.SetNumber(Year, book.Year);
        document.AddFacet(Language, Corpus.LanguageNames[book.Language]);
        document.AddFacet(Format, Corpus.FormatNames[book.Format]);
        document.AddFacet(Publisher, Corpus.PublisherNames[book.Publisher]);
        return document;
    }
}
