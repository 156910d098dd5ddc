using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.Lucene.Writing;

/// <summary>Draws a document as Lucene takes it. Not for use from several threads, and what is drawn is good until the next is.</summary>
internal sealed class DocumentDrawing
{
    /// <summary>The key, as a term to be replaced and found by and as a column that ties are broken by. No field of ours is named so.</summary>
    public const string Key = "\u0001key";

    /// <summary>What is stored with a document.</summary>
    public const string Stored = "\u0001stored";

    private static readonly FieldType Terms = Frozen(new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = global::Lucene.Net.Index.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS });
    private static readonly FieldType KeyTerms = Frozen(new FieldType { IsIndexed = true, IsTokenized = false, OmitNorms = true, IndexOptions = global::Lucene.Net.Index.IndexOptions.DOCS_ONLY });

    private readonly DocumentCheck _check;
    private readonly IndexSchema _schema;
    private readonly FieldTokens[] _tokens;
    private readonly Field[] _fields;

    public DocumentDrawing(IndexSchema schema)
    {
        (_schema, _check) = (schema, new DocumentCheck(schema));
        _tokens = [.. schema.Fields.Select(field => new FieldTokens(field))];
        _fields = [.. schema.Fields.Select((field, at) => new Field(field.Name, _tokens[at], Terms))];
    }

    /// <summary>What a document is replaced and found by.</summary>
    public static Term KeyTerm(string key) => new(Key, Bytes(key));

    /// <summary>A column's name among Lucene's, where a field and a column may not share one.</summary>
    public static string ColumnName(string column) => "\u0002" + column;

    /// <summary>Text as it stands in the index; half a character becomes what stands for none.</summary>
    public static BytesRef Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="DocumentCheck.Check"/>
    public Document Draw(IndexDocument document)
    {
        _check.Check(document);
        var drawn = new Document { new Field(Key, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(document.Key)), KeyTerms), new SortedDocValuesField(Key, Bytes(document.Key)) };
        AddTexts(drawn, document);
        foreach (var (column, value) in document.Facets)
        {
            drawn.Add(new SortedSetDocValuesField(ColumnName(column), Bytes(value)));
        }

        // The last one set counts.
        foreach (var (column, value) in document.Numbers.Reverse().DistinctBy(number => number.Column))
        {
            drawn.Add(new NumericDocValuesField(ColumnName(column), value));
        }

        foreach (var (column, value) in document.SortKeys.Reverse().DistinctBy(key => key.Column))
        {
            drawn.Add(new SortedDocValuesField(ColumnName(column), Bytes(value)));
        }

        drawn.Add(new StoredField(Stored, document.Stored.ToArray()));
        return drawn;
    }

    private void AddTexts(Document drawn, IndexDocument document)
    {
        foreach (var tokens in _tokens)
        {
            tokens.Begin();
        }

        foreach (var (field, text) in document.Texts)
        {
            _tokens[_schema.FieldAt(field)].Add(text);
        }

        for (var field = 0; field < _fields.Length; field++)
        {
            if (!_tokens[field].IsEmpty)
            {
                drawn.Add(_fields[field]);
            }
        }
    }

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
