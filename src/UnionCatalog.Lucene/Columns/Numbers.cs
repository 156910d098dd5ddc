using Lucene.Net.Index;
using Lucene.Net.Util;
using UnionCatalog.Lucene.Writing;

namespace UnionCatalog.Lucene.Columns;

/// <summary>A number column of one segment.</summary>
internal readonly struct Numbers(AtomicReader segment, string column)
{
    private readonly NumericDocValues? _values = segment.GetNumericDocValues(DocumentDrawing.ColumnName(column));
    private readonly IBits? _present = segment.GetDocsWithField(DocumentDrawing.ColumnName(column));

    public bool TryGet(int document, out long number)
    {
        number = 0;
        if (_values is null || _present?.Get(document) != true)
        {
            return false;
        }

        number = _values.Get(document);
        return true;
    }
}
