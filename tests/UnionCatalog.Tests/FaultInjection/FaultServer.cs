using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>Does with one request whatever it likes, down to the socket.</summary>
internal delegate Task Answer(Conversation conversation);

/// <summary>One request, and the connection that it came on.</summary>
internal sealed class Conversation(FaultServer server, Stream stream, Socket socket, string request, CancellationToken stopped)
{
    /// <summary>The request's arguments, decoded.</summary>
    public string Request => request;

    /// <summary>Cancelled when the server goes.</summary>
    public CancellationToken Stopped => stopped;

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, stopped);
        server.Count(bytes.Length);
    }

    /// <summary>Breaks the connection with a TCP reset: the other side hears of it at once, and loses what it has not read.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }
}

/// <summary>
/// A member's provider on loopback, made from the socket up so that it can do what no web server does. It keeps two pages
/// well; how it answers for each may be replaced.
/// </summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;
    private long _sent;
    private long _memoryBefore;
    private long _mostMemory;

    public FaultServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/oai");

    public Answer Identify { get; set; } = Answers.Page(OaiPages.Identify());

    public Answer FirstPage { get; set; } = Books.FirstPage;

    public Answer SecondPage { get; set; } = Books.SecondPage;

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The bytes that went out.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>The most managed memory that this process took, since <see cref="WatchMemory"/>, while bytes went out.</summary>
    public long MostMemory => Interlocked.Read(ref _mostMemory);

    /// <summary>What is held by now, and what other tests left behind, is not counted.</summary>
    public void WatchMemory() => (_memoryBefore, _mostMemory) = (GC.GetTotalMemory(forceFullCollection: true), 0);

    public void Count(int bytes)
    {
        Interlocked.Add(ref _sent, bytes);
        Interlocked.Exchange(ref _mostMemory, Math.Max(MostMemory, GC.GetTotalMemory(forceFullCollection: false) - _memoryBefore));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(HandleAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException)
        {
        }

        await Task.WhenAll(conversations);
    }

    private async Task HandleAsync(Socket socket)
    {
        await Task.Yield();
        try
        {
            using var connection = new NetworkStream(socket, ownsSocket: true);
            await using var stream = await SecureAsync(connection);
            var request = await ReadRequestAsync(stream);
            Requests.Enqueue(request);
            await AnswerTo(request)(new(this, stream, socket, request, _stop.Token));
        }
        catch (Exception gone) when (gone is IOException or SocketException or AuthenticationException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side has had enough, or the test is over.
        }
    }

    private async Task<Stream> SecureAsync(Stream connection)
    {
        if (_certificate is null)
        {
            return connection;
        }

        var secure = new SslStream(connection);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return secure;
    }

    /// <summary>Reads a request's head; requests here have no body.</summary>
    private async Task<string> ReadRequestAsync(Stream stream)
    {
        var head = new StringBuilder();
        var letter = new byte[1];
        while (!IsWhole(head) && await stream.ReadAsync(letter, _stop.Token) > 0)
        {
            head.Append((char)letter[0]);
        }

        var line = head.ToString().Split(' ');
        return line.Length < 2 ? throw new IOException("No request came.") : WebUtility.UrlDecode(line[1].Split('?', 2)[^1].Replace("+", "%2B", StringComparison.Ordinal));
    }

    private static bool IsWhole(StringBuilder head) => head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n";

    private Answer AnswerTo(string request) =>
        request.Contains("verb=Identify", StringComparison.Ordinal) ? Identify
        : request.Contains("resumptionToken", StringComparison.Ordinal) ? SecondPage
        : FirstPage;
}
