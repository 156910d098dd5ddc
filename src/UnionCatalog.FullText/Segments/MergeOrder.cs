using UnionCatalog.FullText.Columns;

namespace UnionCatalog.FullText.Segments;

/// <summary>Which document of which segment each document of a merged segment is: those that are there, in the order of their keys.</summary>
internal sealed class MergeOrder
{
    private readonly int[][] _numbering;

    /// <summary>By new number: the part; the documents of one part keep their order.</summary>
    private readonly ushort[] _parts;

    private MergeOrder(int[][] numbering, ushort[] parts) => (_numbering, _parts) = (numbering, parts);

    /// <summary>By part and old number: the new number; -1: the document was deleted.</summary>
    public IReadOnlyList<int[]> Numbering => _numbering;

    public int Count => _parts.Length;

    /// <summary>Finds the order, and writes the keys in it.</summary>
    public static MergeOrder Write(IReadOnlyList<LiveSegment> parts, SegmentWriter writer)
    {
        var numbering = parts.Select(part => new int[part.Segment.Count]).ToArray();
        var sequence = new ushort[parts.Sum(part => part.Count)];
        var keys = new KeyTableWriter(writer, sequence.Length);
        var next = 0;
        for (var merge = new StringMerge(parts.Select(part => part.Segment.Keys.Strings)); !merge.IsOver; merge.Next())
        {
            if (!parts[merge.Table].IsLive(merge.At))
            {
                numbering[merge.Table][merge.At] = -1;
                continue;
            }

            keys.Add(merge.Current);
            sequence[next] = (ushort)merge.Table;
            numbering[merge.Table][merge.At] = next++;
        }

        keys.End();
        return new MergeOrder(numbering, sequence);
    }

    /// <summary>The old numbers of a part's documents that are kept, ascending.</summary>
    public IEnumerable<int> Kept(int part)
    {
        var numbering = _numbering[part];
        for (var document = 0; document < numbering.Length; document++)
        {
            if (numbering[document] >= 0)
            {
                yield return document;
            }
        }
    }

    /// <summary>Part and old number of each document, by new number.</summary>
    public IEnumerable<(int Part, int Document)> Documents()
    {
        var next = new int[_numbering.Length];
        foreach (var part in _parts)
        {
            var numbering = _numbering[part];
            var document = next[part];
            while (numbering[document] < 0)
            {
                document++;
            }

            next[part] = document + 1;
            yield return (part, document);
        }
    }
}
