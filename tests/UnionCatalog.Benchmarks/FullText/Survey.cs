namespace UnionCatalog.Benchmarks.FullText;

/// <summary>What one pass over the corpus finds: how many books have each word, and the values of their columns as plain arrays.</summary>
internal sealed class Survey
{
    private readonly List<ushort> _libraries = [];

    public Survey(Corpus corpus, int books)
    {
        Books = books;
        Year = new short[books];
        Language = new byte[books];
        Format = new byte[books];
        LibraryStarts = new int[books + 1];
        var last = new int[Vocabulary.Words.Length];
        var book = new Book();
        for (var number = 0; number < books; number++)
        {
            corpus.Draw(number, book);
            Count(book.Title, number, last);
            Count(book.Author, number, last);
            Count(book.Subject, number, last);
            Count(book.Rest, number, last);
            Year[number] = (short)book.Year;
            Language[number] = (byte)book.Language;
            Format[number] = (byte)book.Format;
            foreach (var library in book.Libraries)
            {
                _libraries.Add((ushort)library);
            }

            LibraryStarts[number + 1] = _libraries.Count;
        }

        Libraries = [.. _libraries];
        _libraries = [];
    }

    public int Books { get; }

    /// <summary>How many books have the word anywhere, by the word's place in the vocabulary.</summary>
    public int[] Frequency { get; } = new int[Vocabulary.Words.Length];

    public short[] Year { get; }

    public byte[] Language { get; }

    public byte[] Format { get; }

    /// <summary>The libraries of all books one after the other; a book's start at <see cref="LibraryStarts"/>.</summary>
    public ushort[] Libraries { get; }

    public int[] LibraryStarts { get; }

    /// <summary>The words of which so many books have one, as shares of all books.</summary>
    public IEnumerable<int> Between(double least, double most) =>
        Enumerable.Range(0, Frequency.Length).Where(word => Frequency[word] >= least * Books && Frequency[word] <= most * Books && Frequency[word] > 0);

    private void Count(List<int> words, int number, int[] last)
    {
        foreach (var word in words)
        {
            if (last[word] != number + 1)
            {
                last[word] = number + 1;
                Frequency[word]++;
            }
        }
    }
}
