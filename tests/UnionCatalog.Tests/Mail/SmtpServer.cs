using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace UnionCatalog.Tests.Mail;

/// <summary>A small mail server on loopback (RFC 5321): takes every mail, or refuses the first ones.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Task _serving;
    private int _refusals;

    public SmtpServer(int refusals = 0)
    {
        _refusals = refusals;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How often it was asked to take a mail.</summary>
    public int Attempts { get; private set; }

    /// <summary>The next mail, once it is there.</summary>
    public async Task<ReceivedMail> NextAsync()
    {
        Assert.That(await _arrived.WaitAsync(TimeSpan.FromSeconds(30)), Is.True, "no mail came");
        return _mails.TryDequeue(out var mail) ? mail : throw new InvalidOperationException();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
        _arrived.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        var (from, to) = ("", new List<string>());
        await writer.WriteLineAsync("220 mail.test ready");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "MAIL":
                    Attempts++;
                    from = line;
                    await writer.WriteLineAsync(_refusals-- > 0 ? "451 come back later" : "250 ok");
                    break;
                case "RCPT":
                    to.Add(line["RCPT TO:<".Length..^1]);
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    _mails.Enqueue(new ReceivedMail(from, to, await ReadDataAsync(reader)));
                    await writer.WriteLineAsync("250 taken");
                    _arrived.Release();
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    /// <summary>Up to the line of one dot; of two dots at a line's beginning one is taken away (RFC 5321, section 4.5.2).</summary>
    private async Task<string> ReadDataAsync(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line and not ".")
        {
            data.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        return data.ToString();
    }
}
