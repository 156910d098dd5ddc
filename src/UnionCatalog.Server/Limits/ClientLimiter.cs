using System.Globalization;
using System.IO.Hashing;
using System.Threading.RateLimiting;

namespace UnionCatalog.Server.Limits;

/// <summary>
/// Counts what each client asks, and tells it how much is left (draft-ietf-httpapi-ratelimit-headers-11). Clients are counted in a fixed
/// number of places, which a secret of this process assigns, so that neither many clients nor one with many addresses costs memory.
/// </summary>
internal sealed class ClientLimiter : IDisposable
{
    private readonly RateLimits _limits;
    private readonly long _secret = Random.Shared.NextInt64();

    public ClientLimiter(RateLimits limits)
    {
        _limits = limits;
        Limiter = PartitionedRateLimiter.Create<HttpContext, ClientQuota>(http => QuotaOf(http) is { } quota
            ? RateLimitPartition.GetTokenBucketLimiter(quota, _ => quota.Bucket)
            : RateLimitPartition.GetNoLimiter(default(ClientQuota)));
    }

    /// <summary>The framework's limiter, for its middleware.</summary>
    public PartitionedRateLimiter<HttpContext> Limiter { get; }

    /// <summary>What whoever asks may ask; null: as much as they like.</summary>
    public ClientQuota? QuotaOf(HttpContext http)
    {
        var kind = http.GetEndpoint()?.Metadata.GetMetadata<RequestKind>();
        var requests = kind?.Limit(_limits) ?? 0;
        if (requests == 0)
        {
            return null;
        }

        return ClientNetwork.Of(http.Connection.RemoteIpAddress) is { } client
            ? new(kind!.Policy, requests, 1 + (int)(XxHash3.HashToUInt64(client.GetAddressBytes(), _secret) % (ulong)_limits.Clients))
            : new(kind!.Policy, requests * _limits.LocalFactor, 0);
    }

    /// <summary>Tells whoever asks what they may ask and how much of it is left.</summary>
    public void Tell(HttpContext http)
    {
        if (QuotaOf(http) is { } quota && Limiter.GetStatistics(http) is { } statistics)
        {
            var headers = http.Response.Headers;
            headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{quota.Policy}\";q={quota.Requests};w={ClientQuota.Window}");
            headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{quota.Policy}\";r={statistics.CurrentAvailablePermits};t={Math.Ceiling(quota.Period)}");
        }
    }

    public void Dispose() => Limiter.Dispose();
}
