namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Millions of records in little memory, the first stored first.</summary>
internal sealed class RecordTable
{
    private readonly List<long> _records = [];
    private readonly List<int> _profiles = [];
    private readonly List<long> _names = [];
    private readonly List<int> _holdings = [];
    private readonly List<bool> _isNews = [];

    /// <summary>How many there are.</summary>
    public int Count => _records.Count;

    /// <summary>Adds one.</summary>
    /// <param name="record">Its number.</param>
    /// <param name="profile">What it is compared by.</param>
    /// <param name="name">The bits of the address that a cluster named after it has.</param>
    /// <param name="holdings">How many holdings it tells of.</param>
    /// <param name="isNews">Whether it changed since the clusters were drawn that are there.</param>
    public void Add(long record, int profile, long name, int holdings, bool isNews)
    {
        _records.Add(record);
        _profiles.Add(profile);
        _names.Add(name);
        _holdings.Add(holdings);
        _isNews.Add(isNews);
    }

    /// <summary>The number of a record.</summary>
    public long NumberOf(int row) => _records[row];

    /// <summary>What it is compared by.</summary>
    public int ProfileOf(int row) => _profiles[row];

    /// <summary>The bits of the address that a cluster named after it has.</summary>
    public long NameOf(int row) => _names[row];

    /// <summary>How many holdings it tells of.</summary>
    public int HoldingsOf(int row) => _holdings[row];

    /// <summary>Whether it changed since the clusters were drawn that are there.</summary>
    public bool IsNews(int row) => _isNews[row];

    /// <summary>The row of a record; null when it is not there.</summary>
    public int? Find(long record) => _records.BinarySearch(record) is var row and >= 0 ? row : null;
}
