using System.Globalization;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// Any number of bibliographic records, the same in every run, drawn one by one in any order: nothing of them is kept.
/// A title's word is often the one that usually follows the word before, so that phrases come back as they do in real titles.
/// </summary>
internal sealed class Corpus
{
    public const int LibraryCount = 300;
    public const int LanguageCount = 40;
    public const int FormatCount = 12;
    public const int LastYear = 2026;

    private const ulong Seed = 20_261_126;
    private const int AuthorCount = 150_000;
    private const int SubjectCount = 20_000;
    private const int PublisherCount = 4_000;
    private const int Followers = 4;

    private readonly Zipf _words = new(Vocabulary.Size, 1.0);
    private readonly Zipf _authors = new(AuthorCount, 0.7);
    private readonly Zipf _subjects = new(SubjectCount, 0.9);
    private readonly Zipf _publishers = new(PublisherCount, 0.9);
    private readonly Zipf _libraries = new(LibraryCount, 0.7);
    private readonly Zipf _languages = new(LanguageCount, 1.8);
    private readonly Zipf _formats = new(FormatCount, 1.6);
    private readonly Zipf _ages = new(LastYear - Vocabulary.FirstYear + 1, 0.6);

    private readonly int[] _followers = new int[Vocabulary.Size * Followers];
    private readonly int[][] _author = new int[AuthorCount][];
    private readonly int[][] _subject = new int[SubjectCount][];
    private readonly int[][] _publisher = new int[PublisherCount][];

    public Corpus()
    {
        var dice = new Dice(Seed);
        for (var at = 0; at < _followers.Length; at++)
        {
            _followers[at] = _words.Draw(ref dice);
        }

        var (family, given) = (new Zipf(60_000, 0.8), new Zipf(3_000, 0.8));
        for (var author = 0; author < AuthorCount; author++)
        {
            var name = 5_000 + family.Draw(ref dice);
            _author[author] = dice.Hits(30)
                ? [name, 1_000 + given.Draw(ref dice), 1_000 + given.Draw(ref dice)]
                : [name, 1_000 + given.Draw(ref dice)];
        }

        FillNames(_subject, 100, ref dice);
        FillNames(_publisher, 10, ref dice);
    }

    /// <summary>A library as a facet value.</summary>
    public static string[] LibraryNames { get; } = [.. Enumerable.Range(0, LibraryCount).Select(at => Name("library-", at))];

    public static string[] LanguageNames { get; } = [.. Enumerable.Range(0, LanguageCount).Select(at => Name("lang-", at))];

    public static string[] FormatNames { get; } = [.. Enumerable.Range(0, FormatCount).Select(at => Name("format-", at))];

    public static string[] PublisherNames { get; } = [.. Enumerable.Range(0, PublisherCount).Select(at => Name("publisher-", at))];

    /// <summary>A book's key: its number in eight digits, so that keys have the order of the numbers.</summary>
    public static string KeyOf(int number) => number.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>The words as a text.</summary>
    public static string Text(List<int> words)
    {
        var length = words.Count - 1;
        foreach (var word in words)
        {
            length += Vocabulary.Words[word].Length;
        }

        return string.Create(length, words, static (text, words) =>
        {
            var at = 0;
            foreach (var word in words)
            {
                if (at > 0)
                {
                    text[at++] = ' ';
                }

                Vocabulary.Words[word].CopyTo(text[at..]);
                at += Vocabulary.Words[word].Length;
            }
        });
    }

    /// <summary>Draws the book with this number.</summary>
    public Book Draw(int number, Book book)
    {
        var dice = Dice.For(Seed, number);
        book.Clear();
        book.Number = number;
        DrawTitle(book.Title, ref dice);
        for (var authors = dice.Hits(35) ? 2 : 1; authors > 0; authors--)
        {
            book.Author.AddRange(_author[_authors.Draw(ref dice)]);
        }

        for (var subjects = dice.Between(1, 4); subjects > 0; subjects--)
        {
            book.Subject.AddRange(_subject[_subjects.Draw(ref dice)]);
        }

        book.Publisher = _publishers.Draw(ref dice);
        book.Year = LastYear - _ages.Draw(ref dice);
        book.Rest.AddRange(_publisher[book.Publisher]);
        book.Rest.Add(Vocabulary.Year(book.Year));
        book.Language = _languages.Draw(ref dice);
        book.Format = _formats.Draw(ref dice);
        for (var libraries = dice.Hits(50) ? 1 : dice.Between(2, 5); libraries > 0; libraries--)
        {
            var library = _libraries.Draw(ref dice);
            if (!book.Libraries.Contains(library))
            {
                book.Libraries.Add(library);
            }
        }

        return book;
    }

    private static string Name(string start, int at) => start + at.ToString("D3", CultureInfo.InvariantCulture);

    private void DrawTitle(List<int> title, ref Dice dice)
    {
        // Two throws: lengths around the middle are the usual ones.
        var length = 3 + dice.Next(5) + dice.Next(6);
        for (var at = 0; at < length; at++)
        {
            title.Add(at > 0 && dice.Hits(30)
                ? _followers[(title[^1] * Followers) + Math.Min(dice.Next(Followers), dice.Next(Followers))]
                : _words.Draw(ref dice));
        }
    }

    /// <summary>Names of one to three words; the most frequent words are not in them.</summary>
    private void FillNames(int[][] names, int leastRank, ref Dice dice)
    {
        for (var at = 0; at < names.Length; at++)
        {
            names[at] = new int[dice.Between(1, 3)];
            for (var word = 0; word < names[at].Length; word++)
            {
                names[at][word] = Math.Min(leastRank + _words.Draw(ref dice), Vocabulary.Size - 1);
            }
        }
    }
}
