using System.Net;

namespace UnionCatalog.Server.Covers;

/// <summary>How far the service goes for a cover picture that a record names.</summary>
internal sealed record CoverOptions
{
    /// <summary>The folder in which fetched pictures are kept.</summary>
    public required string Folder { get; init; }

    /// <summary>Who it says that it is.</summary>
    public string UserAgent { get; init; } = "UnionCatalog";

    /// <summary>The longest that one picture may take, redirects included. Default: 5 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest picture, in bytes. Default: 1 MiB.</summary>
    public int MostBytes { get; init; } = 1024 * 1024;

    /// <summary>How many redirects are followed. Default: 3.</summary>
    public int MostRedirects { get; init; } = 3;

    /// <summary>Pictures that are fetched at one time: no school's server is hurried. Default: 4.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>How large the folder may grow, in bytes; the oldest pictures go first. Default: 200 MiB.</summary>
    public long FolderBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>How long a picture is kept before it is asked for again. Default: 30 days.</summary>
    public TimeSpan Keeping { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long a failure is remembered. Default: a day.</summary>
    public TimeSpan Grudge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Which addresses may be connected to. Default: public ones only.</summary>
    public Func<IPAddress, bool> MayReach { get; init; } = OpenInternet.Has;
}
