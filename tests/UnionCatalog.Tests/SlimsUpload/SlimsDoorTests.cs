using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Harvesting.Slims;
using UnionCatalog.Server.SlimsUpload;
using UnionCatalog.Server.Uploads;
using UnionCatalog.Tests.Harvesting;

namespace UnionCatalog.Tests.SlimsUpload;

/// <summary>The door's limits, and that nothing it is sent goes without an answer.</summary>
internal sealed class SlimsDoorTests
{
    private static readonly string[] Words =
        ["UPLOADED", "DELETED", "NOT_AUTHORIZED", "POLL_MAX", "NODE_POLL_MAX", "JSON_ERROR", "NO_DATA"];

    /// <summary>An hour's timer is due at once with <see cref="FakeTime"/>, a day's never.</summary>
    private static readonly SlimsUploadOptions Options = new() { Arrival = TimeSpan.FromDays(1) };

    private readonly FakeTime _time = new();
    private UploadService _service = null!;
    private UploadGate _gate = null!;

    [SetUp]
    public async Task Start()
    {
        _service = await UploadService.StartAsync();
        _gate = new(new UploadGateOptions { FailuresByMember = int.MaxValue }, _time);
    }

    [TearDown]
    public async Task Stop()
    {
        _gate.Dispose();
        await _service.DisposeAsync();
    }

    [Test]
    public async Task A_request_that_is_too_large_is_refused_and_says_how_large_it_may_be()
    {
        using var door = NewDoor(Options with { MostBytes = 1 << 20 });

        var answer = await AnswerAsync(door, UploadService.First.Upload((17, new string('a', 1 << 20))));

        Assert.That((answer.Status, await _service.CountAsync("sma-1")), Is.EqualTo(("POLL_MAX", 0)));
        Assert.That(answer.Message, Does.Contain("paling banyak 5000 judul dan 1 MB"));
    }

    [Test]
    public async Task A_request_of_more_than_the_server_reads_of_anything_else_is_taken()
    {
        var answer = await _service.PostAsync(UploadService.First.Upload([.. Enumerable.Range(1, 1_000).Select(number => (number, $"Judul {number}"))]));

        Assert.That(answer.Status, Is.EqualTo("UPLOADED"));
        Assert.That((await _service.PostAsync(UploadService.First.Upload((1, new string('a', 9 << 20))))).Status, Is.EqualTo("POLL_MAX"));
    }

    [Test]
    public async Task Too_many_records_at_once_are_refused()
    {
        using var door = NewDoor(Options with { MostBiblios = 2 });

        Assert.That((await AnswerAsync(door, UploadService.First.Upload((1, "A"), (2, "B"), (3, "C")))).Status, Is.EqualTo("POLL_MAX"));
        Assert.That((await AnswerAsync(door, UploadService.First.Delete("1,2,3"))).Status, Is.EqualTo("POLL_MAX"));
        Assert.That((await AnswerAsync(door, UploadService.First.Upload((1, "A"), (2, "B")))).Status, Is.EqualTo("UPLOADED"));
    }

    [Test]
    public async Task A_school_that_sends_too_often_waits_for_the_next_hour_and_others_do_not()
    {
        using var door = NewDoor(Options with { PerHour = 2 });
        var upload = UploadService.First.Upload((17, "Laskar Pelangi"));
        await AnswerAsync(door, upload);
        _time.Advance(TimeSpan.FromMinutes(20));
        await AnswerAsync(door, upload);

        var answer = await AnswerAsync(door, upload);

        Assert.That((answer.Status, answer.Message), Is.EqualTo(("NODE_POLL_MAX", "Perpustakaan ini sudah mengirim 2 kali dalam satu jam. Coba lagi dalam 40 menit.")));
        Assert.That((await AnswerAsync(door, UploadService.Second.Upload((17, "Laskar Pelangi")))).Status, Is.EqualTo("UPLOADED"));
        _time.Advance(TimeSpan.FromMinutes(40));
        Assert.That((await AnswerAsync(door, upload)).Status, Is.EqualTo("UPLOADED"));
    }

    [Test]
    public async Task A_school_does_not_wait_for_years_because_the_clock_was_ahead_by_as_many()
    {
        using var door = NewDoor(Options with { PerHour = 1 });
        var now = _time.GetUtcNow();
        _time.Set(now.AddYears(3));
        await AnswerAsync(door, UploadService.First.Upload((17, "Laskar Pelangi")));
        _time.Set(now);

        Assert.That((await AnswerAsync(door, UploadService.First.Upload((17, "Laskar Pelangi")))).Status, Is.EqualTo("UPLOADED"));
    }

    [Test]
    public async Task While_all_places_are_taken_others_are_told_to_come_again()
    {
        using var door = NewDoor(Options with { AtOnce = 1 });
        var body = new SlowStream(UploadService.First.Upload((17, "Laskar Pelangi")));
        var first = door.AnswerAsync(body, null, default);

        Assert.That((await AnswerAsync(door, UploadService.Second.Upload((17, "Laskar Pelangi")))).Status, Is.EqualTo("POLL_MAX"));
        body.Arrive();
        Assert.That((await first).Status, Is.EqualTo("UPLOADED"));
        Assert.That((await AnswerAsync(door, UploadService.Second.Upload((17, "Laskar Pelangi")))).Status, Is.EqualTo("UPLOADED"));
    }

    [Test]
    public async Task A_request_that_never_ends_keeps_no_place()
    {
        using var door = NewDoor(Options with { AtOnce = 1, Arrival = TimeSpan.FromSeconds(30) });

        Assert.That((await door.AnswerAsync(new SlowStream("{}"), null, default)).Status, Is.EqualTo("JSON_ERROR"));
        Assert.That((await door.AnswerAsync(new SlowStream("{}"), null, default)).Status, Is.EqualTo("JSON_ERROR"), "and not POLL_MAX");
    }

    [Test]
    public async Task A_store_that_fails_is_told_as_such()
    {
        using var door = NewDoor(Options);
        await _service.Service.Data.Store.DisposeAsync();

        Assert.That((await AnswerAsync(door, UploadService.First.Upload((17, "Laskar Pelangi")))).Status, Is.EqualTo("DB_ERROR"));
    }

    /// <summary>Bytes changed, cut out, doubled and replaced by what breaks readers; the seed makes every failure one that comes again.</summary>
    [Test]
    public async Task Whatever_is_done_to_a_message_it_is_answered_with_a_status_word_and_spoils_no_other()
    {
        using var door = NewDoor(Options with { PerHour = int.MaxValue });
        await AnswerAsync(door, UploadService.Second.Upload((17, "Sang Pemimpi")));
        var random = new Random(17);
        var message = Encoding.UTF8.GetBytes(UploadService.First.Upload((17, "Laskar Pelangi / Andrea Hirata"), (4, "Kimia \ud83d\udcda")));
        var (data, met) = (Encoding.UTF8.GetString(message).IndexOf("node_data", StringComparison.Ordinal), new HashSet<string>());
        for (var round = 0; round < 4_000; round++)
        {
            // A wrong password costs a good part of a second; a tenth of the rounds is enough for who it is.
            var from = round % 10 == 0 ? 0 : data;
            var answer = await door.AnswerAsync(new MemoryStream(Mutated(message, from, random)), null, default);
            Assert.That(Words, Does.Contain(answer.Status), $"round {round}: {answer.Message}");
            met.Add(answer.Status);
        }

        Assert.That(met, Is.SupersetOf(new[] { "UPLOADED", "JSON_ERROR", "NOT_AUTHORIZED" }));
        Assert.That((await _service.TitleAsync("sma-2", 17), await _service.CountAsync("sma-2")), Is.EqualTo(("Sang Pemimpi", 1)));
        await _service.CatchUpAsync();
    }

    private static byte[] Mutated(byte[] message, int from, Random random)
    {
        string[] tokens = ["null", "[]", "{}", "\"", "\\ud800", "\\u0000", "\0", "1e999", "-1", "[[[[[[", "{\"a\":", "\u00ff", "true", ",", "operation\":\"delete\",\"biblio\":\"17\",\"x"];
        var bytes = message.ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(from, bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, random.Next(1, Math.Min(20, bytes.Count - at)));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(tokens[random.Next(tokens.Length)]));
                    break;
                default:
                    // A whole value for another, so that the JSON mostly stays JSON.
                    var value = bytes.FindIndex(at, letter => letter == ':') + 1;
                    var end = value == 0 ? -1 : bytes.FindIndex(value, letter => letter is (byte)',' or (byte)'}');
                    if (end > 0)
                    {
                        bytes.RemoveRange(value, end - value);
                        bytes.InsertRange(value, Encoding.UTF8.GetBytes(tokens[random.Next(tokens.Length)]));
                    }

                    break;
            }

            if (bytes.Count <= from + 1)
            {
                break;
            }
        }

        return [.. bytes];
    }

    private SlimsDoor NewDoor(SlimsUploadOptions options) => ActivatorUtilities.CreateInstance<SlimsDoor>(_service.Service.Services, options, _gate, (TimeProvider)_time);

    private static Task<SlimsAnswer> AnswerAsync(SlimsDoor door, string json) => door.AnswerAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), IPAddress.Loopback, default);

    /// <summary>A body that arrives when it is told to.</summary>
    private sealed class SlowStream(string json) : MemoryStream(Encoding.UTF8.GetBytes(json))
    {
        private readonly TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Arrive() => _arrival.SetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _arrival.Task.WaitAsync(cancellationToken);
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
