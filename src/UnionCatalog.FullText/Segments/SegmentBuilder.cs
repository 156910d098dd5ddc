using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Segments;

/// <summary>Changes in memory: documents in the order in which they arrive, and keys that are to be deleted.</summary>
internal sealed class SegmentBuilder
{
    private const int Deleted = -1;

    private readonly DocumentCheck _schema;
    private readonly FieldInverter[] _fields;
    private readonly List<string>[] _texts;
    private readonly ColumnDraft[] _columns;
    private readonly StoredDraft _stored = new();
    private readonly ValueSet _keys = new();

    /// <summary>By key: the last document that arrived with it, or that it is deleted.</summary>
    private readonly List<int> _arrivals = [];
    private int _nextArrival;

    public SegmentBuilder(IndexSchema schema)
    {
        _schema = new DocumentCheck(schema);
        _fields = [.. schema.Fields.Select(field => new FieldInverter(field))];
        _texts = [.. schema.Fields.Select(_ => new List<string>())];
        _columns = [.. schema.Columns.Select(ColumnDraft.For)];
    }

    /// <summary>How many documents there are to be written.</summary>
    public int Count { get; private set; }

    /// <summary>The keys that were put or deleted.</summary>
    public ValueSet Keys => _keys;

    /// <summary>Bytes in use.</summary>
    public long Memory
    {
        get
        {
            var memory = _keys.Memory + (_arrivals.Count * 4L) + _stored.Memory;
            foreach (var text in _fields)
            {
                memory += text.Memory;
            }

            foreach (var column in _columns)
            {
                memory += column.Memory;
            }

            return memory;
        }
    }

    public bool IsDeleted(int key) => _arrivals[key] == Deleted;

    /// <summary>Takes in a document; one with the same key that came before is not written.</summary>
    public void Put(IndexDocument document)
    {
        _schema.Check(document);
        var arrival = _nextArrival++;
        AddColumns(document);
        _stored.Add(document.Stored.Span);
        AddTexts(document, arrival);

        // Last, so that a document whose analysis fails is not there.
        SetArrival(document.Key, arrival);
    }

    public void Delete(string key) => SetArrival(key, Deleted);

    /// <summary>Writes the documents in the order of their keys.</summary>
    public SegmentStamp Write(SegmentWriter writer)
    {
        var keys = new int[Count];
        var next = 0;
        for (var key = 0; key < _arrivals.Count; key++)
        {
            if (_arrivals[key] != Deleted)
            {
                keys[next++] = key;
            }
        }

        _keys.Sort(keys);
        var table = new KeyTableWriter(writer, keys.Length);
        var order = new int[keys.Length];
        for (var document = 0; document < keys.Length; document++)
        {
            table.Add(_keys[keys[document]], _keys.Hash(keys[document]));
            order[document] = _arrivals[keys[document]];
        }

        table.End();
        for (var field = 0; field < _fields.Length; field++)
        {
            _fields[field].Write(order, writer, field);
        }

        for (var column = 0; column < _columns.Length; column++)
        {
            _columns[column].Write(order, writer, column);
        }

        _stored.Write(order, writer);
        return writer.Finish(keys.Length);
    }

    public void Clear()
    {
        (_nextArrival, Count) = (0, 0);
        _keys.Clear();
        _arrivals.Clear();
        _stored.Clear();
        Array.ForEach(_fields, field => field.Clear());
        Array.ForEach(_columns, column => column.Clear());
    }

    private void AddTexts(IndexDocument document, int arrival)
    {
        Array.ForEach(_texts, texts => texts.Clear());
        foreach (var (field, text) in document.TextSpan)
        {
            _texts[_schema.Field(field)].Add(text);
        }

        for (var field = 0; field < _fields.Length; field++)
        {
            if (_texts[field].Count > 0)
            {
                _fields[field].Add(arrival, _texts[field]);
            }
        }
    }

    private void AddColumns(IndexDocument document)
    {
        foreach (var (column, value) in document.FacetSpan)
        {
            _columns[_schema.Column(column)].Add(value);
        }

        foreach (var (column, value) in document.NumberSpan)
        {
            _columns[_schema.Column(column)].Add(value);
        }

        foreach (var (column, value) in document.SortKeySpan)
        {
            _columns[_schema.Column(column)].Add(value);
        }

        foreach (var column in _columns)
        {
            column.EndDocument();
        }
    }

    private void SetArrival(string key, int arrival)
    {
        var number = _keys.Add(key);
        if (number == _arrivals.Count)
        {
            _arrivals.Add(Deleted);
        }

        Count += (_arrivals[number] == Deleted ? 0 : -1) + (arrival == Deleted ? 0 : 1);
        _arrivals[number] = arrival;
    }
}
