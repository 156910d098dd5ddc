using System.Net;
using System.Security.Cryptography;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Server.Limits;

namespace UnionCatalog.Server.Uploads;

/// <summary>
/// Checks the passwords of members that upload, and limits how often one may guess: by address, so that a stranger's guessing
/// ends soon, and by member, so that many strangers' does. An address the member has uploaded from is only bound by its own
/// failures: others cannot lock a library out. The members bound what is remembered of members, the options what is of addresses.
/// </summary>
internal sealed class UploadGate(UploadGateOptions options, TimeProvider time) : IDisposable
{
    private static readonly GateAnswer Open = new GateAnswer.Open();
    private static readonly GateAnswer Refused = new GateAnswer.Refused();

    private readonly Lock _lock = new();
    private readonly FailureCount<IPAddress> _byAddress = new(options.FailuresByAddress, options.Closure, options.Addresses);
    private readonly FailureCount<SourceId> _byMember = new(options.FailuresByMember, options.Closure, int.MaxValue);
    private readonly Dictionary<SourceId, Visit> _visits = [];

    /// <summary>A visit keeps no password, and what it keeps is worth nothing in another process.</summary>
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>One hash at a time: whoever sends many passwords at once must not take the processors from the readers.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Checks a password.</summary>
    /// <param name="member">Whose it should be; null when nobody is known by the name that was given.</param>
    /// <param name="password">The password that was sent.</param>
    /// <param name="address">From where. This machine's own is taken for unknown: a web server in front stands before everybody.</param>
    /// <param name="cancellation">Gives up waiting for its turn.</param>
    public async Task<GateAnswer> KnockAsync(Member? member, PasswordDigest password, IPAddress? address, CancellationToken cancellation)
    {
        var from = ClientNetwork.Of(address);
        if (Glance(member, password, from) is { } soon)
        {
            return soon;
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            // Those before may have used up what was allowed, or have sent the same password.
            return Glance(member, password, from) ?? await Task.Run(() => Look(member!, password, from), CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>The answer where none needs to be worked out; null where the password must be hashed.</summary>
    private GateAnswer? Glance(Member? member, PasswordDigest password, IPAddress? from)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var visit = member is null ? null : _visits.GetValueOrDefault(member.Id);
            if (Wait(member, visit, from, now) is { Ticks: > 0 } wait)
            {
                return new GateAnswer.Closed(wait);
            }

            if (member?.PasswordHash is not { } hash)
            {
                Count(member, from, now);
                return Refused;
            }

            return visit is not null && now < visit.Until && visit.Hash == hash && CryptographicOperations.FixedTimeEquals(visit.Password, Seal(password))
                ? Open
                : null;
        }
    }

    private GateAnswer Look(Member member, PasswordDigest password, IPAddress? from)
    {
        var accepted = PasswordHash.Read(member.PasswordHash!)?.Accepts(password) ?? false;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (!accepted)
            {
                Count(member, from, now);
                return Refused;
            }

            // The failures before are not forgiven: a member could else guess another's password between uploads of its own.
            _visits[member.Id] = new(from, member.PasswordHash!, Seal(password), now + options.Memory);
            return Open;
        }
    }

    private TimeSpan Wait(Member? member, Visit? visit, IPAddress? from, DateTimeOffset now)
    {
        var wait = from is null ? TimeSpan.Zero : _byAddress.Wait(from, now);
        var isKnown = from is not null && from.Equals(visit?.From);
        return wait > TimeSpan.Zero || member is null || isKnown ? wait : _byMember.Wait(member.Id, now);
    }

    private void Count(Member? member, IPAddress? from, DateTimeOffset now)
    {
        if (from is not null)
        {
            _byAddress.Add(from, now);
        }

        if (member is not null)
        {
            _byMember.Add(member.Id, now);
        }
    }

    private byte[] Seal(PasswordDigest password) => HMACSHA256.HashData(_secret, password.ToBytes());

    /// <summary>The last right password of a member.</summary>
    private sealed record Visit(IPAddress? From, string Hash, byte[] Password, DateTimeOffset Until);
}
