using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Postings;

/// <summary>Walks the terms of one field of a segment in their order. To be used again for other fields; not from several threads.</summary>
internal sealed class TermCursor
{
    private byte[] _term = new byte[64];
    private FieldReader _field = null!;
    private int _length;
    private int _block;
    private int _place;
    private int _at;
    private TermEntry _entry;

    /// <summary>The term; only valid until the cursor moves.</summary>
    public ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    /// <summary>What the dictionary says of it.</summary>
    public ref readonly TermEntry Entry => ref _entry;

    /// <summary>Which of the dictionary's blocks the term is in.</summary>
    public int Block => _block;

    /// <summary>Goes before the first term of a field.</summary>
    public void Open(FieldReader field) => OpenAt(field, 0);

    /// <summary>Goes before the first term of a block.</summary>
    public void OpenAt(FieldReader field, int block)
    {
        (_field, _block, _place, _at, _length) = (field, block - 1, TermDictionaryWriter.BlockSize, 0, 0);
    }

    /// <summary>Goes to the next term.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        if (_place == TermDictionaryWriter.BlockSize && !EnterNextBlock())
        {
            return false;
        }

        var bytes = _field.Block(_block);
        if (_at == bytes.Length)
        {
            return false;
        }

        var same = (int)Varint.Read(bytes, ref _at);
        var rest = (int)Varint.Read(bytes, ref _at);
        _length = same + rest;
        if (_length > _term.Length)
        {
            Array.Resize(ref _term, _length * 2);
        }

        bytes.Slice(_at, rest).CopyTo(_term.AsSpan(same));
        _at += rest;
        _entry = _entry.After((int)Varint.Read(bytes, ref _at), (int)Varint.Read(bytes, ref _at), (int)Varint.Read(bytes, ref _at));
        _place++;
        return true;
    }

    /// <summary>Goes to the first term that does not stand before this one.</summary>
    /// <returns>Whether there is one.</returns>
    public bool SeekTo(FieldReader field, ReadOnlySpan<byte> term)
    {
        OpenAt(field, Math.Max(0, field.BlockOf(term)));
        while (MoveNext())
        {
            if (Term.SequenceCompareTo(term) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to the term of this number in the field's order, which must be there.</summary>
    public void MoveTo(FieldReader field, int number)
    {
        var (block, place) = Math.DivRem(number, TermDictionaryWriter.BlockSize);
        if (_field != field || _block != block || _place > place)
        {
            OpenAt(field, block);
        }

        do
        {
            MoveNext();
        }
        while (_place <= place);
    }

    private bool EnterNextBlock()
    {
        if (_block + 1 >= _field.BlockCount)
        {
            return false;
        }

        _block++;
        (_place, _at) = (0, TermDictionaryWriter.BlockHeader);
        _entry = FieldReader.First(_field.Block(_block));
        return true;
    }
}
