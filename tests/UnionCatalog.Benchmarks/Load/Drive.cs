using System.Diagnostics;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>Sends requests over connections that stay open, each as soon as the one before is answered whole.</summary>
internal sealed class Drive(RunningServer server, int connections) : IDisposable
{
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = connections, UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null,
    });

    /// <summary>Sends them in order, from the front again where time is left.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="time">How long.</param>
    /// <param name="atLeast">So many in any case.</param>
    public async Task<Answers> RunAsync(IReadOnlyList<Request> requests, TimeSpan time, int atLeast = 0)
    {
        var (before, own) = (server.Processor, Environment.CpuUsage.TotalTime);
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var answers = new List<Answer>();
            var room = new byte[64 * 1024];
            while (Volatile.Read(ref next) < atLeast || Stopwatch.GetElapsedTime(start) < time)
            {
                answers.Add(await AskAsync(requests[Interlocked.Increment(ref next) % requests.Count], room));
            }

            return answers;
        })));
        return new Answers([.. all.SelectMany(answers => answers)], Stopwatch.GetElapsedTime(start), server.Processor - before, Environment.CpuUsage.TotalTime - own);
    }

    /// <summary>Sends one; what it took is from before the first byte that is sent to after the last that is received.</summary>
    private async Task<Answer> AskAsync(Request request, byte[] room)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, request.Address));
        // As browsers do.
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        message.Headers.TryAddWithoutValidation("Accept-Language", "id");
        var start = Stopwatch.GetTimestamp();
        using var answer = await _client.SendAsync(message, default);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var length = 0;
        while (await body.ReadAsync(room) is > 0 and var read)
        {
            length += read;
        }

        return new Answer(request, Stopwatch.GetElapsedTime(start).TotalMilliseconds, length, (int)answer.StatusCode);
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>What came of one request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Bytes">The length of the answer as it was sent, compressed.</param>
/// <param name="Status">The HTTP status.</param>
internal readonly record struct Answer(Request Request, double Milliseconds, int Bytes, int Status)
{
    /// <summary>Whether it is what was asked for. A number leads straight to its edition, and to nothing else does any question lead.</summary>
    public bool IsGood => Status == 200 || (Status == 302 && Request.Kind == "isbn");
}
