using System.Threading.RateLimiting;

namespace UnionCatalog.Server.Limits;

/// <summary>What one client may ask of one kind: a bucket that is full at first and is filled again a tenth at a time.</summary>
/// <param name="Policy">The kind, as the headers name it.</param>
/// <param name="Requests">Requests a minute, 1 or more.</param>
/// <param name="Client">Whose it is.</param>
internal readonly record struct ClientQuota(string Policy, int Requests, int Client)
{
    /// <summary>The window of every policy, in seconds.</summary>
    public const int Window = 60;

    private int Refill => (Requests + 9) / 10;

    /// <summary>How long until there is more, in seconds.</summary>
    public double Period => (double)Window * Refill / Requests;

    /// <summary>The bucket.</summary>
    public TokenBucketRateLimiterOptions Bucket => new()
    {
        TokenLimit = Requests, TokensPerPeriod = Refill, ReplenishmentPeriod = TimeSpan.FromSeconds(Period), QueueLimit = 0,
    };
}
