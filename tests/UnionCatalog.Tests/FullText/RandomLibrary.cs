using System.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Tests.FullText;

/// <summary>Draws documents from few words, so that they meet.</summary>
internal sealed class RandomLibrary(int seed, LibraryShape? shape = null)
{
    public static IndexSchema Schema { get; } = new(
        [
            new TextField("title", new TextAnalyzer(), 3),
            new TextField("author", new TextAnalyzer(), 1.5f, LengthPenalty: 0.3f),
            new TextField("note", new TextAnalyzer(), 0.25f, LengthPenalty: 0),
            new TextField("code", new KeywordAnalyzer(), 2, LengthPenalty: 1),
            new TextField("tags", new ForkAnalyzer()),
        ],
        [
            new Column.Facet("library", "told"), new Column.Facet("subject"), new Column.Number("year"), new Column.Number("held"),
            new Column.SortKey("by-title"), new Column.Facet("language", "told"), new Column.Number("pages"),
        ]);

    /// <summary>Words that differ in what analyzers pass over, in scripts, and in where UTF-16 and code points order them.</summary>
    private static readonly string[] Peculiar =
    [
        "buku", "bukunya", "laut", "lautan", "al-Qur'an", "Qurʼān", "qur", "undang-undang", "Ilmu", "ILMU", "alam", "a", "ke",
        "日本", "本", "مكتبة", "café", "cafe", "2010", "1", "VII", "\U00010428x", "\uffeez", "\U00020000本", "x\U00010428",
    ];
    private static readonly string[] Syllables = ["ba", "ca", "da", "ka", "la", "ma", "na", "ra", "sa", "ta", "wi", "ku", "ne", "ng", "\U00010428"];
    private static readonly string[] Tags = ["a", "b", "a/b", "b/c/d", "_", "ab", "ba", "\U00010428", "\uffee", "abc/a", "*", "?"];
    private static readonly string[] PeculiarLibraries = ["sd-1", "smp-2", "sma-3", "smk-4", "mts-5", "umum", "Ümum", "", "\U00010428", "\uffee"];

    private readonly LibraryShape _shape = shape ?? LibraryShape.Light;
    private readonly Random _random = new(seed);
    private readonly Queue<(string Field, string Text)> _texts = new();

    public IReadOnlyList<string> Fields { get; } = [.. Schema.Fields.Select(field => field.Name)];

    public LibraryShape Shape => _shape;

    public int Next(int limit) => _random.Next(limit);

    public T One<T>(params IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>Fewer than so many, drawn one by one.</summary>
    public List<T> Many<T>(int limit, Func<T> draw)
    {
        var drawn = new List<T>();
        for (var left = _random.Next(limit); left > 0; left--)
        {
            drawn.Add(draw());
        }

        return drawn;
    }

    public string Key() => _random.Next(_shape.Keys) is var number && number % 11 == 0 ? $"{One("\U00010428", "\uffee")}{number}" : $"k{number}";

    public IndexDocument Document() => Document(Key());

    public IndexDocument Document(string key)
    {
        var document = new IndexDocument(key);
        Some(3, () => AddText(document, "title", Text(_shape.Vocabulary > 0 ? 12 : 5)));
        Some(3, () => AddText(document, "author", Text(2)));
        Some(2, () => AddText(document, "note", Text(12)));
        Some(2, () => AddText(document, "code", Text(2)));
        Some(3, () => AddText(document, "tags", string.Join(' ', Many(6, () => One(Tags)))));
        if (_shape.LongTexts > 0 && Next(_shape.LongTexts) == 0)
        {
            AddText(document, One("title", "note"), LongText());
        }

        Some(5, () => document.AddFacet("library", Library()));
        Some(3, () => document.AddFacet("subject", Word()));
        Some(2, () => document.AddFacet("language", One("ind", "eng", "ara", "jav")));
        Some(2, () => document.SetNumber("year", Year()));
        Some(2, () => document.SetNumber("held", Next(3) == 0 ? One(long.MinValue, long.MinValue, long.MaxValue) : Next(9)));
        Some(2, () => document.SetNumber("pages", Next(_shape.Pages) - 5));
        Some(2, () => document.SetSortKey("by-title", Text(2)));
        document.Stored = Encoding.UTF8.GetBytes(new string('x', Next(_shape.StoredBytes)) + document.Key);
        return document;
    }

    public string Word()
    {
        if (_shape.Vocabulary == 0 || Next(_shape.Peculiar) == 0)
        {
            return One(Peculiar);
        }

        // The n-th word is drawn about 1/n as often as the first.
        var number = (int)Math.Pow(_shape.Vocabulary, _random.NextDouble());
        var word = new StringBuilder();
        for (var left = number + 7; left > 0; left /= Syllables.Length)
        {
            word.Append(Syllables[left % Syllables.Length]);
        }

        return word.ToString();
    }

    public string Tag() => One(Tags);

    public string Library() => _shape.Libraries > 0 && Next(4) > 0 ? $"lib-{Next(_shape.Libraries)}" : One(PeculiarLibraries);

    public long Year() => 1990 + Next(12);

    /// <summary>A text of a document that was drawn lately, to look for what is there; null: there is none yet.</summary>
    public (string Field, string Text)? LateText() => _texts.Count == 0 ? null : _texts.ElementAt(Next(_texts.Count));

    private string Text(int words) => string.Join(' ', Many(words + 1, Word));

    /// <summary>Beyond what a length of one byte keeps exactly, and now and then beyond what it keeps at all.</summary>
    private string LongText() => Next(4) switch
    {
        0 => string.Join(' ', Enumerable.Repeat(Word(), Next(_shape.Vocabulary > 0 ? 3_000 : 40_000))),
        1 => string.Join(' ', Enumerable.Range(0, 5_000).Select(number => number % 997 == 0 ? "buku" : "alam")),
        _ => string.Join(' ', Enumerable.Range(0, 100 + Next(400)).Select(_ => Word())),
    };

    private void AddText(IndexDocument document, string field, string text)
    {
        document.AddText(field, text);
        if (text.Length is > 0 and < 200)
        {
            _texts.Enqueue((field, text));
        }

        if (_texts.Count > 40)
        {
            _texts.Dequeue();
        }
    }

    private void Some(int limit, Action act)
    {
        for (var left = Next(limit); left > 0; left--)
        {
            act();
        }
    }
}
