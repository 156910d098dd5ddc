namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// A document of the corpus, to be drawn anew into the same object. Its texts are lists of places in
/// <see cref="Vocabulary.Words"/>; its other values are numbers, to be made into words by <see cref="Corpus"/>.
/// </summary>
internal sealed class Book
{
    /// <summary>Its place in the corpus, from 0.</summary>
    public int Number { get; set; }

    public List<int> Title { get; } = [];

    public List<int> Author { get; } = [];

    public List<int> Subject { get; } = [];

    /// <summary>Publisher and year as words.</summary>
    public List<int> Rest { get; } = [];

    public List<int> Libraries { get; } = [];

    public int Year { get; set; }

    public int Language { get; set; }

    public int Format { get; set; }

    public int Publisher { get; set; }

    /// <summary>All its words, those that it has twice twice.</summary>
    public IEnumerable<int> Words => Title.Concat(Author).Concat(Subject).Concat(Rest);

    public void Clear()
    {
        Title.Clear();
        Author.Clear();
        Subject.Clear();
        Rest.Clear();
        Libraries.Clear();
    }
}
