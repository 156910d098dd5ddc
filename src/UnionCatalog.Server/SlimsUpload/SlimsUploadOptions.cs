namespace UnionCatalog.Server.SlimsUpload;

/// <summary>How much a SLiMS may send. Its own screen sends 50 records at a time, each about a kilobyte.</summary>
internal sealed record SlimsUploadOptions
{
    /// <summary>The largest request, in bytes. Default: 8 MB.</summary>
    public int MostBytes { get; init; } = 8 << 20;

    /// <summary>The most records, or numbers of records to remove, in one request. Default: 5,000.</summary>
    public int MostBiblios { get; init; } = 5_000;

    /// <summary>The requests that are read and stored at one time, of all libraries together. Default: 16.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>The requests that one library may send in an hour. Default: 600, which are 30,000 records from SLiMS's screen.</summary>
    public int PerHour { get; init; } = 600;

    /// <summary>How long a request may take to arrive. Default: 30 seconds.</summary>
    public TimeSpan Arrival { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a request waits for another of the same library. Default: 20 seconds, which SLiMS waits as well.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
