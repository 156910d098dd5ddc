using System.Runtime.InteropServices;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Millions of profiles in little memory: their features as bytes, end to end, and read again when they are compared.</summary>
internal sealed class ProfileTable
{
    private const int ChunkSize = 1 << 22;

    private readonly Dictionary<UInt128, int> _numbers = [];
    private readonly List<UInt128> _hashes = [];
    private readonly List<long> _titles = [];
    private readonly List<bool> _poor = [];
    private readonly List<Place> _places = [];
    private readonly List<byte[]> _chunks = [];
    private readonly Dictionary<int, long> _owners = [];
    private int _filled = ChunkSize;

    /// <summary>How many there are.</summary>
    public int Count => _places.Count;

    /// <summary>Adds a profile unless it is there.</summary>
    /// <returns>Its number, and whether it was not there.</returns>
    public (int Profile, bool IsNew) Add(ProfileDraft draft, long? owner)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, draft.Hash, out var isThere);
        if (isThere)
        {
            return (number, false);
        }

        number = Count;
        if (owner is { } own)
        {
            _owners.Add(number, own);
        }

        _hashes.Add(draft.Hash);
        _titles.Add(draft.Title);
        _poor.Add(draft.IsPoor);
        _places.Add(Pack(draft.Bytes));
        return (number, true);
    }

    /// <summary>Frees what only <see cref="Add"/> needs.</summary>
    public void Seal()
    {
        _numbers.Clear();
        _numbers.TrimExcess();
    }

    /// <summary>What names it.</summary>
    public UInt128 HashOf(int profile) => _hashes[profile];

    /// <summary>Its title, hashed.</summary>
    public long TitleOf(int profile) => _titles[profile];

    /// <summary>The only record that it is of; null when others may share it.</summary>
    public long? OwnerOf(int profile) => _owners.TryGetValue(profile, out var owner) ? owner : null;

    /// <summary>Whether it says too little to be compared.</summary>
    public bool IsPoor(int profile) => _poor[profile];

    /// <summary>Notes whether it does.</summary>
    public void SetPoor(int profile, bool isPoor) => _poor[profile] = isPoor;

    /// <summary>Its features, as bytes.</summary>
    public ReadOnlyMemory<byte> BytesOf(int profile) => _places[profile] is var place ? _chunks[place.Chunk].AsMemory(place.Start, place.Length) : default;

    /// <summary>Its features, read anew each time.</summary>
    public MatchFeatures FeaturesOf(int profile) => FeatureBytes.Read(BytesOf(profile).Span);

    private Place Pack(byte[] bytes)
    {
        if (_filled + bytes.Length > ChunkSize)
        {
            _chunks.Add(new byte[Math.Max(ChunkSize, bytes.Length)]);
            _filled = 0;
        }

        var place = new Place(_chunks.Count - 1, _filled, bytes.Length);
        bytes.CopyTo(_chunks[^1], _filled);
        _filled += bytes.Length;
        return place;
    }

    private readonly record struct Place(int Chunk, int Start, int Length);
}
