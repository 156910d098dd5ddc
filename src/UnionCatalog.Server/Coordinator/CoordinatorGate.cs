using System.Net;
using UnionCatalog.Server.Uploads;

namespace UnionCatalog.Server.Coordinator;

/// <summary>
/// Lets the coordinator in: a program by <c>Authorization: Bearer KEY</c> (RFC 6750, section 2.1), a browser by the cookie that
/// it gets for the key. An address that keeps sending wrong keys is not listened to for a while.
/// </summary>
internal sealed class CoordinatorGate(CoordinatorKey key, TimeProvider clock)
{
    public const string Cookie = "coordinator";

    private const string Scheme = "Bearer ";
    private const int MostFailures = 5;
    private const int MostAddresses = 10_000;

    /// <summary>How long an address with too many wrong keys is not listened to.</summary>
    private static readonly TimeSpan Closure = TimeSpan.FromMinutes(15);

    /// <summary>How long a browser stays let in.</summary>
    private static readonly TimeSpan Stay = TimeSpan.FromDays(30);

    private readonly Lock _lock = new();
    private readonly FailureCount<IPAddress> _failures = new(MostFailures, Closure, MostAddresses);

    /// <summary>Whether whoever asks is the coordinator.</summary>
    public CoordinatorAnswer Ask(HttpContext http)
    {
        if (http.Request.Headers.Authorization.ToString() is { } sent && sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Try(sent[Scheme.Length..], http);
        }

        return http.Request.Cookies[Cookie] is { } pass && key.Accepts(pass, clock.GetUtcNow()) ? new CoordinatorAnswer.Open() : new CoordinatorAnswer.Refused();
    }

    /// <summary>Tries a key that somebody typed, and has their browser remember that it was right.</summary>
    public CoordinatorAnswer Enter(string typed, HttpContext http)
    {
        var answer = Try(typed, http);
        if (answer is CoordinatorAnswer.Open)
        {
            http.Response.Cookies.Append(Cookie, key.Issue(clock.GetUtcNow() + Stay), Form(http, Stay));
        }

        return answer;
    }

    /// <summary>Has the browser forget it.</summary>
    public static void Leave(HttpContext http) => http.Response.Cookies.Delete(Cookie, Form(http));

    private CoordinatorAnswer Try(string typed, HttpContext http)
    {
        var now = clock.GetUtcNow();
        // This machine's own address is that of a web server in front, who stands before everybody: not to be shut out. The key
        // is too long to be guessed at any speed; the limit is for the log's sake and the processor's.
        var from = http.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address) ? address : null;
        lock (_lock)
        {
            if (from is not null && _failures.Wait(from, now) is { Ticks: > 0 } wait)
            {
                return new CoordinatorAnswer.Closed(wait);
            }

            if (key.Opens(typed))
            {
                return new CoordinatorAnswer.Open();
            }

            if (from is not null)
            {
                _failures.Add(from, now);
            }

            return new CoordinatorAnswer.Refused();
        }
    }

    /// <summary>The cookie goes with this site's own requests alone: what another site has a browser send does not carry it.</summary>
    private static CookieOptions Form(HttpContext http, TimeSpan? stay = null) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, IsEssential = true, MaxAge = stay,
    };
}
