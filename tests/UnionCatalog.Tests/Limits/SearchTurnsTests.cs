using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using UnionCatalog.Server.Limits;

namespace UnionCatalog.Tests.Limits;

public class SearchTurnsTests
{
    private readonly Meter _running = new();
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/search", async () =>
        {
            await _running.CountAsync(() => Task.Delay(30));
            return TypedResults.Ok();
        }).TakesTurns();
        _app.MapGet("/drawn", () => new Drawn(_running)).TakesTurns();
        _app.MapGet("/long", () => TypedResults.Bytes(new byte[64 << 20])).TakesTurns();
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()), Timeout = TimeSpan.FromSeconds(30) };
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [TestCase("/search", TestName = "As_many_searches_run_as_there_are_processors_and_all_others_have_their_turn_afterwards")]
    [TestCase("/drawn", TestName = "As_many_answers_are_drawn_as_there_are_processors_and_all_others_have_their_turn_afterwards")]
    public async Task As_many_run_as_there_are_processors(string address)
    {
        // Whoever goes away meanwhile keeps nobody waiting.
        using var impatient = new CancellationTokenSource();
        var gone = Enumerable.Range(0, 4).Select(_ => _client.GetAsync(address, impatient.Token)).ToList();
        var asked = Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => _client.GetAsync(address)).ToList();
        await impatient.CancelAsync();
        var answers = await Task.WhenAll(asked);

        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(_running.Most, Is.EqualTo(Environment.ProcessorCount));
        Array.ForEach(answers, answer => answer.Dispose());
        await Task.WhenAll(gone.Select(one => one.ContinueWith(ended => ended.Exception, TaskScheduler.Default)));
    }

    [Test]
    public async Task Who_does_not_read_an_answer_costs_nobody_a_turn()
    {
        var unread = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount + 1)
            .Select(_ => _client.GetAsync("/long", HttpCompletionOption.ResponseHeadersRead)));

        using var answer = await _client.GetAsync("/search");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Array.ForEach(unread, one => one.Dispose());
    }

    /// <summary>How many run at once, and ran at most.</summary>
    private sealed class Meter
    {
        private readonly Lock _gate = new();
        private int _running;

        public int Most { get; private set; }

        public async Task CountAsync(Func<Task> run)
        {
            lock (_gate)
            {
                Most = Math.Max(Most, ++_running);
            }

            await run();
            lock (_gate)
            {
                _running--;
            }
        }
    }

    /// <summary>An answer that takes a while to draw.</summary>
    private sealed class Drawn(Meter running) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => running.CountAsync(() =>
        {
            // Drawing holds its thread: to wait for something would end the turn.
            Thread.Sleep(30);
            return Task.CompletedTask;
        });
    }
}
