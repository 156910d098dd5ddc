using System.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Tests.FullText;

/// <summary>A document as the reference sees it: where each term stands, and every value.</summary>
internal sealed class ReferenceDocument
{
    private static readonly Dictionary<string, List<int>> NoTerms = [];
    private static readonly List<int> Lengths = [0, .. RoundLengths()];

    private readonly Dictionary<string, Dictionary<string, List<int>>> _positions = [];
    private readonly Dictionary<string, int> _lengths = [];
    private readonly Dictionary<string, List<string>> _facets = [];
    private readonly Dictionary<string, long> _numbers = [];
    private readonly Dictionary<string, byte[]> _sortKeys = [];

    public ReferenceDocument(IndexSchema schema, IndexDocument document)
    {
        (Source, Key, KeyBytes, Stored) = (document, document.Key, Encoding.UTF8.GetBytes(document.Key), document.Stored.ToArray());
        foreach (var field in schema.Fields)
        {
            var taken = new Positions();
            foreach (var (_, text) in document.Texts.Where(text => text.Field == field.Name))
            {
                taken.BeginText();
                field.Analyzer.Analyze(text, taken);
            }

            _positions[field.Name] = taken.Terms;
            var length = taken.Terms.Values.SelectMany(places => places).Distinct().Count();
            var rounded = Lengths.BinarySearch(length);
            _lengths[field.Name] = Lengths[rounded < 0 ? ~rounded - 1 : rounded];
        }

        foreach (var (column, value) in document.Facets.Distinct())
        {
            if (!_facets.TryGetValue(column, out var values))
            {
                _facets[column] = values = [];
            }

            values.Add(value);
        }

        foreach (var (column, value) in document.Numbers)
        {
            _numbers[column] = value;
        }

        foreach (var (column, value) in document.SortKeys)
        {
            _sortKeys[column] = Encoding.UTF8.GetBytes(value);
        }
    }

    /// <summary>What was put.</summary>
    public IndexDocument Source { get; }

    public string Key { get; }

    public byte[] KeyBytes { get; }

    public byte[] Stored { get; }

    /// <summary>The terms of a field with their positions, in order.</summary>
    public IReadOnlyDictionary<string, List<int>> Terms(string field) => _positions.GetValueOrDefault(field, NoTerms);

    /// <summary>A field's length as the engine keeps it; 0: it has no term.</summary>
    public int Length(string field) => _lengths[field];

    public long? Number(string column) => _numbers.TryGetValue(column, out var number) ? number : null;

    public byte[]? SortKey(string column) => _sortKeys.GetValueOrDefault(column);

    public IReadOnlyList<string> Facets(string column) => _facets.GetValueOrDefault(column, []);

    /// <summary>1 to 127, then sixteen steps for each doubling, to 31,744.</summary>
    private static IEnumerable<int> RoundLengths()
    {
        for (var length = 1; length < 128; length++)
        {
            yield return length;
        }

        for (var doubled = 128; doubled < 32_768; doubled *= 2)
        {
            for (var step = 0; step < 16; step++)
            {
                yield return doubled + (step * doubled / 16);
            }
        }
    }

    /// <summary>Takes terms; a text stands so far behind the one before it that no phrase bridges the gap.</summary>
    private sealed class Positions : ITokenSink
    {
        private int _start;
        private int _last = -17;

        public Dictionary<string, List<int>> Terms { get; } = [];

        public void BeginText() => _start = _last + 17;

        public void Add(ReadOnlySpan<char> term, int position, int start, int length)
        {
            _last = _start + position;
            var name = term.ToString();
            if (!Terms.TryGetValue(name, out var places))
            {
                Terms[name] = places = [];
            }

            places.Add(_last);
        }
    }
}
