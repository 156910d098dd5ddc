using System.Runtime.InteropServices;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>The documents of one term in one field, in one segment after the other.</summary>
/// <param name="workspace">Has the term's entries, one a segment.</param>
internal sealed class TermDocuments(Workspace workspace)
{
    /// <summary>So many documents are read in the time in which one is sought.</summary>
    private const int CheaperToRead = 8;

    private SegmentScope _scope = null!;
    private int _field;
    private int _entries;
    private int _boundBlock;

    /// <summary>Bounds are asked for documents before those that come first are scored.</summary>
    private PostingsCursor? _ahead;

    public ref readonly TermEntry Entry => ref workspace.Entry(_entries + _scope.Place);

    public FieldReader Reader { get; private set; } = null!;

    public PostingsCursor Cursor { get; private set; } = null!;

    /// <summary>Makes it those of another term.</summary>
    /// <param name="field">The field's place in the schema.</param>
    /// <param name="entries">Where the term's entries start.</param>
    public TermDocuments Of(int field, int entries)
    {
        (_field, _entries) = (field, entries);
        return this;
    }

    public void Enter(SegmentScope scope)
    {
        _scope = scope;
        Reader = scope.Live.Segment.Fields[_field];
        Cursor = workspace.RentCursor();
        (_boundBlock, _ahead) = (0, null);
        Rewind();
    }

    /// <summary>How many documents that are there have it.</summary>
    public int CountLive() => CollectionStatistics.CountLive(_scope.Live, Reader, Entry, workspace);

    public DocumentSet Find()
    {
        var bitmap = Reader.Bitmap(Entry);
        if (!bitmap.IsEmpty)
        {
            var bits = workspace.RentSet().BeginBits(_scope.Count);
            bitmap.CopyTo(bits.Bits);
            return bits;
        }

        var found = workspace.RentSet().BeginList(Entry.Documents);
        var list = found.List;
        var count = 0;
        for (var block = 0; block < Cursor.BlockCount; block++)
        {
            var documents = Cursor.Block(block);
            MemoryMarshal.Cast<uint, int>(documents).CopyTo(list[count..]);
            count += documents.Length;
            if (block % 16 == 0)
            {
                workspace.Watch.Check();
            }
        }

        found.SetListCount(count);
        Rewind();
        return found;
    }

    /// <summary>Adds the documents to a bitmap.</summary>
    public void AddTo(DocumentSet bits)
    {
        var bitmap = Reader.Bitmap(Entry);
        if (!bitmap.IsEmpty)
        {
            bits.Or(bitmap);
            return;
        }

        Cursor.AddTo(bits.Bits);
        workspace.Watch.Check();
    }

    /// <summary>Takes away the candidates that the term does not have.</summary>
    public void Restrict(DocumentSet candidates)
    {
        var bitmap = Reader.Bitmap(Entry);
        if (!bitmap.IsEmpty)
        {
            candidates.Intersect(bitmap);
        }
        else if (candidates.IsBitmap || Entry.Documents < candidates.ListCount / 4)
        {
            candidates.Intersect(Find());
        }
        else
        {
            Seek(candidates);
        }
    }

    /// <summary>How often a document has it, asked in ascending order; 0: it has it not.</summary>
    public int FrequencyIn(int document) => Cursor.SeekTo(document) == document ? Cursor.Frequency : 0;

    /// <summary>Matches the documents of a batch that have it.</summary>
    public void Match(Batch batch)
    {
        batch.BeginMatches();
        var between = (long)Entry.Documents * (batch.Last - batch.First) / _scope.Count;
        if (between / CheaperToRead > batch.Count)
        {
            MatchEach(batch);
            return;
        }

        for (var next = Cursor.SeekTo(batch.First); next <= batch.Last;)
        {
            var documents = Cursor.ReadTo(batch.Last, out var frequencies);
            batch.Match(documents, frequencies);
            next = Cursor.SeekTo((int)documents[^1] + 1);
        }
    }

    /// <summary>Finds the whole block that this document, if it has the term, is in.</summary>
    /// <param name="document">The document; asked in ascending order.</param>
    /// <param name="until">The last document of the block; behind the last whole block there is no end.</param>
    /// <returns>The block; -1: none, ask <see cref="HasAt"/>.</returns>
    public int BlockAt(int document, out int until)
    {
        until = int.MaxValue;
        if (!Entry.HasBlocks)
        {
            return -1;
        }

        var ends = Cursor.BlockEnds();
        if (_boundBlock < ends.Length && ends[_boundBlock] < (uint)document)
        {
            // Nearly always the next one or one of the next.
            var step = 1;
            while (_boundBlock + step < ends.Length && ends[_boundBlock + step] < (uint)document)
            {
                step *= 2;
            }

            var from = Math.Min(_boundBlock + (step / 2), ends.Length);
            var found = ends[from..Math.Min(_boundBlock + step + 1, ends.Length)].BinarySearch((uint)document);
            _boundBlock = from + (found < 0 ? ~found : found);
        }

        if (_boundBlock >= ends.Length)
        {
            return -1;
        }

        until = (int)ends[_boundBlock];
        return _boundBlock;
    }

    /// <summary>
    /// Whether a document has it, asked in ascending order. What is behind the last whole block is at most a block: a term that is in
    /// few documents, or a word in a field that hardly has it, must not keep all others from being passed over.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="until">The last document of which the same is true without looking.</param>
    public bool HasAt(int document, out int until)
    {
        if (_ahead is null)
        {
            _ahead = workspace.RentCursor();
            _ahead.Open(Reader, Entry);
        }

        var next = _ahead.SeekTo(document);
        until = next == document ? document : next == PostingsCursor.End ? int.MaxValue : next - 1;
        return next == document;
    }

    /// <summary>Goes before the first document again.</summary>
    public void Rewind() => Cursor.Open(Reader, Entry);

    private void MatchEach(Batch batch)
    {
        var documents = batch.Documents;
        for (var place = 0; place < documents.Length; place++)
        {
            if (FrequencyIn(documents[place]) is > 0 and var frequency)
            {
                batch.Match(place, frequency);
            }
        }
    }

    private void Seek(DocumentSet candidates)
    {
        var list = candidates.List;
        var count = 0;
        for (var i = 0; i < candidates.ListCount; i++)
        {
            var document = list[i];
            if (Cursor.SeekTo(document) == document)
            {
                list[count++] = document;
            }

            if (i % Workspace.PieceSize == 0)
            {
                workspace.Watch.Check();
            }
        }

        candidates.SetListCount(count);
        Rewind();
    }
}
