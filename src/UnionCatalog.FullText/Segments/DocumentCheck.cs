using System.Text;

namespace UnionCatalog.FullText.Segments;

/// <summary>Finds a document's names in the schema, and keeps it to the limits, before anything of it is taken in.</summary>
internal sealed class DocumentCheck(IndexSchema schema)
{
    private readonly string[] _fields = [.. schema.Fields.Select(field => field.Name)];
    private readonly string[] _columns = [.. schema.Columns.Select(column => column.Name)];
    private readonly Column[] _kinds = [.. schema.Columns];

    /// <summary>By field: the length of its texts; by column: the number of its values. Nought between documents.</summary>
    private readonly long[] _lengths = new long[schema.Fields.Count];
    private readonly int[] _counts = new int[schema.Columns.Count];

    /// <summary>The place of a field in the schema.</summary>
    public int Field(string name) => Find(_fields, name);

    /// <summary>The place of a column in the schema.</summary>
    public int Column(string name) => Find(_columns, name);

    /// <exception cref="MissingKeyException">The key is empty.</exception>
    /// <exception cref="UnknownFieldException">It has a field or column that the schema has not.</exception>
    /// <exception cref="IndexLimitException">Something in it is too long.</exception>
    public void Check(IndexDocument document)
    {
        if (string.IsNullOrEmpty(document.Key))
        {
            throw new MissingKeyException();
        }

        CheckLength(document.Key, IndexLimits.Key, "The bytes of a document's key");
        IndexLimitException.ThrowIfBeyond(document.Stored.Length, IndexLimits.Stored, "The bytes stored with a document");
        CheckTexts(document);
        CheckFacets(document);
        foreach (var (column, _) in document.NumberSpan)
        {
            Require<Column.Number>(column);
        }

        foreach (var (column, value) in document.SortKeySpan)
        {
            Require<Column.SortKey>(column);
            CheckLength(value, IndexLimits.ValueLength, "The bytes of a sort key");
        }
    }

    private void CheckTexts(IndexDocument document)
    {
        Array.Clear(_lengths);
        foreach (var (field, text) in document.TextSpan)
        {
            var at = Field(field);
            _lengths[at] += text.Length;
            IndexLimitException.ThrowIfBeyond(_lengths[at], IndexLimits.FieldLength, $"The text of a document's field");
        }
    }

    private void CheckFacets(IndexDocument document)
    {
        Array.Clear(_counts);
        foreach (var (column, value) in document.FacetSpan)
        {
            var at = Require<Column.Facet>(column);
            IndexLimitException.ThrowIfBeyond(++_counts[at], IndexLimits.FacetValues, "The values of a document's facet column");
            CheckLength(value, IndexLimits.ValueLength, "The bytes of a facet value");
        }
    }

    private int Require<T>(string name)
        where T : Column => Column(name) is var at && _kinds[at] is T ? at : throw new UnknownFieldException(name);

    private static void CheckLength(string text, int limit, string what)
    {
        // A code unit is three bytes at most.
        if (text.Length > limit / 3)
        {
            IndexLimitException.ThrowIfBeyond(Encoding.UTF8.GetByteCount(text), limit, what);
        }
    }

    private static int Find(string[] names, string name)
    {
        // Callers mostly give the very string that the schema has.
        for (var at = 0; at < names.Length; at++)
        {
            if (ReferenceEquals(names[at], name))
            {
                return at;
            }
        }

        return Array.IndexOf(names, name) is >= 0 and var found ? found : throw new UnknownFieldException(name);
    }
}
