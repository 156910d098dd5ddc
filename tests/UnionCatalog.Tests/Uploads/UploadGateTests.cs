using System.Net;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Server.Uploads;
using UnionCatalog.Tests.Harvesting;

namespace UnionCatalog.Tests.Uploads;

/// <summary>Who guesses passwords is soon told to wait, and nobody else is.</summary>
internal sealed class UploadGateTests
{
    private static readonly string Hash = PasswordHash.Of(PasswordDigest.Of("bunga rampai")).ToString();
    private static readonly IPAddress School = IPAddress.Parse("192.0.2.10");
    private static readonly IPAddress Stranger = IPAddress.Parse("198.51.100.7");
    private static readonly PasswordDigest Right = PasswordDigest.Of("bunga rampai");
    private static readonly PasswordDigest Wrong = PasswordDigest.Of("melati putih");

    private readonly FakeTime _time = new();
    private UploadGate _gate = null!;

    [SetUp]
    public void Make() => _gate = new(new UploadGateOptions { FailuresByAddress = 2, FailuresByMember = 5 }, _time);

    [TearDown]
    public void Clear() => _gate.Dispose();

    [Test]
    public async Task The_right_password_opens_and_a_wrong_one_does_not()
    {
        Assert.That(await KnockAsync(Right, School), Is.TypeOf<GateAnswer.Open>());
        Assert.That(await KnockAsync(Wrong, School), Is.TypeOf<GateAnswer.Refused>());
    }

    [Test]
    public async Task Nobody_and_a_member_without_a_password_are_refused_in_the_same_words()
    {
        Assert.That(await _gate.KnockAsync(null, Right, School, default), Is.TypeOf<GateAnswer.Refused>());
        Assert.That(await _gate.KnockAsync(MemberWith(null), Right, School, default), Is.TypeOf<GateAnswer.Refused>());
        Assert.That(await _gate.KnockAsync(MemberWith("bunga rampai"), Right, Stranger, default), Is.TypeOf<GateAnswer.Refused>(), "a file that keeps the password itself");
    }

    [Test]
    public async Task After_wrong_passwords_an_address_waits_even_with_the_right_one_and_others_do_not()
    {
        await KnockAsync(Wrong, Stranger);
        _time.Advance(TimeSpan.FromMinutes(5));
        await KnockAsync(Wrong, Stranger);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await KnockAsync(Right, Stranger), Is.EqualTo(new GateAnswer.Closed(TimeSpan.FromMinutes(14))));
        Assert.That(await KnockAsync(Right, School), Is.TypeOf<GateAnswer.Open>());

        _time.Advance(TimeSpan.FromMinutes(14));
        Assert.That(await KnockAsync(Right, Stranger), Is.TypeOf<GateAnswer.Open>());
    }

    [Test]
    public async Task Names_that_nobody_has_are_guesses_too()
    {
        await _gate.KnockAsync(null, Wrong, Stranger, default);
        await _gate.KnockAsync(null, Wrong, Stranger, default);

        Assert.That(await KnockAsync(Right, Stranger), Is.TypeOf<GateAnswer.Closed>());
    }

    [Test]
    public async Task Many_strangers_close_the_gate_to_strangers_and_not_to_the_school_itself()
    {
        await KnockAsync(Right, School);
        await GuessFromFiveAddressesAsync();

        Assert.That(await KnockAsync(Right, Stranger), Is.TypeOf<GateAnswer.Closed>());
        Assert.That(await KnockAsync(Right, School), Is.TypeOf<GateAnswer.Open>());
    }

    [Test]
    public async Task A_school_that_others_guess_at_still_cannot_guess_for_ever()
    {
        await KnockAsync(Right, School);
        await GuessFromFiveAddressesAsync();
        await KnockAsync(Wrong, School);
        await KnockAsync(Wrong, School);

        Assert.That(await KnockAsync(Right, School), Is.TypeOf<GateAnswer.Closed>());
    }

    [Test]
    public async Task An_upload_of_ones_own_does_not_forgive_guesses_at_anothers()
    {
        await _gate.KnockAsync(MemberWith(Hash, "sma-2"), Wrong, School, default);
        await KnockAsync(Right, School);
        await _gate.KnockAsync(MemberWith(Hash, "sma-2"), Wrong, School, default);

        Assert.That(await KnockAsync(Right, School), Is.TypeOf<GateAnswer.Closed>());
    }

    [Test]
    public async Task Addresses_of_one_ipv6_network_are_one()
    {
        await KnockAsync(Wrong, IPAddress.Parse("2001:db8:1:2::1"));
        await KnockAsync(Wrong, IPAddress.Parse("2001:db8:1:2:ffff::2"));

        Assert.That(await KnockAsync(Right, IPAddress.Parse("2001:db8:1:2::3")), Is.TypeOf<GateAnswer.Closed>());
        Assert.That(await KnockAsync(Right, IPAddress.Parse("2001:db8:1:3::3")), Is.TypeOf<GateAnswer.Open>());
    }

    [Test]
    public async Task Behind_a_web_server_that_tells_no_address_guesses_still_end()
    {
        for (var guess = 0; guess < 5; guess++)
        {
            Assert.That(await KnockAsync(Wrong, IPAddress.Loopback), Is.TypeOf<GateAnswer.Refused>());
        }

        Assert.That(await KnockAsync(Right, IPAddress.Loopback), Is.TypeOf<GateAnswer.Closed>());
    }

    [Test]
    public async Task A_new_password_ends_the_old_one_at_once()
    {
        await KnockAsync(Right, School);
        var renewed = MemberWith(PasswordHash.Of(PasswordDigest.Of("kembang setaman")).ToString());

        Assert.That(await _gate.KnockAsync(renewed, Right, School, default), Is.TypeOf<GateAnswer.Refused>());
    }

    /// <summary>A hash takes a good part of a second: a thousand of them would take minutes.</summary>
    [Test]
    public async Task An_upload_of_a_thousand_requests_is_hashed_once()
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var request = 0; request < 1000; request++)
        {
            Assert.That(await KnockAsync(Right, School), Is.TypeOf<GateAnswer.Open>());
        }

        Assert.That(TimeProvider.System.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task Guesses_sent_all_at_once_are_counted_like_any()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(guess => KnockAsync(PasswordDigest.Of($"melati {guess}"), Stranger)));

        Assert.That(answers.Count(answer => answer is GateAnswer.Refused), Is.EqualTo(2));
    }

    [Test]
    public void What_is_remembered_is_bounded_and_the_oldest_is_forgotten_first()
    {
        var failures = new FailureCount<int>(limit: 1, TimeSpan.FromMinutes(15), capacity: 3);
        foreach (var who in (int[])[1, 2, 3, 1, 4])
        {
            failures.Add(who, _time.GetUtcNow());
        }

        Assert.That(
            Enumerable.Range(1, 4).Where(who => failures.Wait(who, _time.GetUtcNow()) > TimeSpan.Zero),
            Is.EqualTo([1, 3, 4]), "2 failed longest ago");
    }

    [Test]
    public void Nobody_is_shut_out_for_years_because_the_clock_was_ahead_by_as_many()
    {
        var failures = new FailureCount<int>(limit: 1, TimeSpan.FromMinutes(15), capacity: 3);
        failures.Add(1, _time.GetUtcNow().AddYears(3));

        Assert.That(failures.Wait(1, _time.GetUtcNow()), Is.EqualTo(TimeSpan.Zero));
    }

    private async Task GuessFromFiveAddressesAsync()
    {
        for (byte host = 1; host <= 5; host++)
        {
            await KnockAsync(Wrong, new IPAddress([203, 0, 113, host]));
        }
    }

    private Task<GateAnswer> KnockAsync(PasswordDigest password, IPAddress from) => _gate.KnockAsync(MemberWith(Hash), password, from, default);

    private static Member MemberWith(string? hash, string id = "sma-1") => new()
    {
        Id = new SourceId(id),
        Name = "SMA Negeri 1",
        Kind = LibraryKind.SeniorHighSchool,
        Place = "Sewon",
        Source = new SlimsUploadSource(),
        PasswordHash = hash,
    };
}
