using System.IO.Hashing;
using UnionCatalog.FullText.Columns;

namespace UnionCatalog.FullText.Segments;

/// <summary>Writes what <see cref="KeyTable"/> reads: keys in order, each once.</summary>
internal sealed class KeyTableWriter(SegmentWriter writer, int count)
{
    private readonly StringTableWriter _strings = new(writer.Open(SectionKind.Keys, 0), writer.Open(SectionKind.KeyStarts, 0));
    private readonly long _blocks = KeyFilter.BlocksFor(count);
    private readonly byte[] _filter = new byte[KeyFilter.BlocksFor(count) * KeyFilter.BlockSize];

    public void Add(ReadOnlySpan<byte> key) => Add(key, XxHash3.HashToUInt64(key));

    public void Add(ReadOnlySpan<byte> key, ulong hash)
    {
        _strings.Add(key);
        KeyFilter.Add(_filter.AsSpan((int)KeyFilter.BlockOf(hash, _blocks) * KeyFilter.BlockSize, KeyFilter.BlockSize), hash);
    }

    public void End()
    {
        _strings.End();
        writer.Open(SectionKind.KeyFilter, 0).Write(_filter);
    }
}
