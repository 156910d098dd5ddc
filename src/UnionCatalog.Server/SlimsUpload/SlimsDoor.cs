using System.Net;
using System.Text.Json;
using UnionCatalog.Harvesting.Slims;
using UnionCatalog.Members;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Server.Uploads;

namespace UnionCatalog.Server.SlimsUpload;

/// <summary>Answers what a SLiMS sends: who is it, may it, and then what became of it. Whatever comes, there is an answer.</summary>
internal sealed partial class SlimsDoor(
    SlimsUploadOptions options,
    MemberDirectory members,
    UploadGate gate,
    SlimsReceiver receiver,
    CatalogWorker worker,
    TimeProvider clock,
    ILogger<SlimsDoor> log) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.AtOnce);
    private readonly PollCount _polls = new(options.PerHour, clock);

    /// <summary>Reads a request and does what it asks for.</summary>
    /// <param name="body">What was sent, of whatever content type.</param>
    /// <param name="address">From where.</param>
    /// <param name="cancellation">The client is gone. What is begun is stored.</param>
    public async Task<SlimsAnswer> AnswerAsync(Stream body, IPAddress? address, CancellationToken cancellation)
    {
        if (!_free.Wait(TimeSpan.Zero, cancellation))
        {
            return SlimsAnswer.Busy;
        }

        try
        {
            return await ReadAsync(body, cancellation) is { } bytes
                ? await AnswerAsync(SlimsMessage.Read(bytes), address, cancellation)
                : SlimsAnswer.TooMuch(options);
        }
        catch (Exception cutShort) when (cutShort is JsonException or BadHttpRequestException or TimeoutException)
        {
            return SlimsAnswer.Damaged;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellation.IsCancellationRequested)
        {
            LogFault(fault);
            return SlimsAnswer.Fault;
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    /// <summary>The whole body; null when it is too large.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(options.Arrival, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        using var bytes = new MemoryStream();
        var piece = new byte[1 << 15];
        try
        {
            while (await body.ReadAsync(piece, either.Token) is > 0 and var count)
            {
                if (bytes.Length + count > options.MostBytes)
                {
                    return null;
                }

                bytes.Write(piece, 0, count);
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            throw new TimeoutException();
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private async Task<SlimsAnswer> AnswerAsync(SlimsMessage? message, IPAddress? address, CancellationToken cancellation)
    {
        if (message is null)
        {
            return SlimsAnswer.NoData;
        }

        var member = Find(message.Node);
        return await gate.KnockAsync(member, message.Password, address, cancellation) switch
        {
            GateAnswer.Closed closed => SlimsAnswer.TooManyPasswords(closed.Wait),
            GateAnswer.Open => await TakeAsync(member!, message.Order, cancellation),
            _ => SlimsAnswer.WrongPassword,
        };
    }

    private async Task<SlimsAnswer> TakeAsync(Member member, SlimsOrder order, CancellationToken cancellation)
    {
        var count = order switch
        {
            SlimsOrder.Upload upload => upload.Biblios.Count,
            SlimsOrder.Delete delete => delete.Numbers.Count,
            _ => 0,
        };
        if (count == 0 || count > options.MostBiblios)
        {
            return count == 0 ? SlimsAnswer.NoData : SlimsAnswer.TooMuch(options);
        }

        if (_polls.Add(member.Id) is { Ticks: > 0 } wait)
        {
            return SlimsAnswer.TooOften(options.PerHour, wait);
        }

        if (await receiver.ReceiveAsync(member, order, options.Patience, cancellation) is not { } receipt)
        {
            return SlimsAnswer.BusyWithYou;
        }

        worker.Wake();
        return SlimsAnswer.Of(order, receipt);
    }

    private Member? Find(string node) => members.All.FirstOrDefault(member =>
        member.Source is SlimsUploadSource source && source.NodeOf(member).Equals(node, StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(LogLevel.Error, "What a SLiMS sent could not be stored")]
    private partial void LogFault(Exception fault);
}
