using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using UnionCatalog.Server.Limits;

namespace UnionCatalog.Tests.Limits;

public class SearchTurnsTests
{
    [Test]
    public async Task As_many_searches_run_as_there_are_processors_and_all_others_have_their_turn_afterwards()
    {
        var (running, most) = (0, 0);
        var gate = new Lock();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/search", async () =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++running);
            }

            await Task.Delay(30);
            lock (gate)
            {
                running--;
            }

            return "found";
        }).TakesTurns();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        // Whoever goes away meanwhile keeps nobody waiting.
        using var impatient = new CancellationTokenSource();
        var gone = Enumerable.Range(0, 4).Select(_ => client.GetAsync("/search", impatient.Token)).ToList();
        var asked = Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => client.GetAsync("/search")).ToList();
        await impatient.CancelAsync();
        var answers = await Task.WhenAll(asked);

        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(most, Is.EqualTo(Environment.ProcessorCount));
        Array.ForEach(answers, answer => answer.Dispose());
        await Task.WhenAll(gone.Select(one => one.ContinueWith(ended => ended.Exception, TaskScheduler.Default)));
    }
}
