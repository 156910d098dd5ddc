using System.Globalization;

namespace UnionCatalog.Harvesting.Archive;

/// <summary>
/// Keeps the pages of one harvest, in a file of their own. Where they cannot be written the harvest goes on without; from then
/// on no more of them are kept, so that what is kept has no gaps but its end.
/// </summary>
/// <param name="folder">Where the file is put; made with the first page.</param>
/// <param name="extension">What its name ends with.</param>
/// <param name="clock">Dates the pages.</param>
internal sealed class PageKeeper(string folder, string extension, TimeProvider clock) : IDisposable
{
    private FileStream? _file;

    /// <summary>Why pages could not be kept; null while all were.</summary>
    public string? Failure { get; private set; }

    /// <summary>Keeps a page. It is with the operating system when this returns, so that a killed process has lost none that it stored.</summary>
    public void Keep(Uri request, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        if (Failure is not null)
        {
            return;
        }

        var page = new KeptPage
        {
            Came = clock.GetUtcNow(),
            Request = WithoutPassword(request),
            Status = (int)response.StatusCode,
            Headers = KeptHeaders.Of(response),
            Body = body,
        };
        Try(() => (_file ??= Create()).Write(PageFrame.Write(page)));
    }

    /// <summary>Waits until the pages are on the disk.</summary>
    public void Finish() => Try(() => _file?.Flush(flushToDisk: true));

    public void Dispose() => Try(() => _file?.Dispose());

    private static string WithoutPassword(Uri request) => request.UserInfo.Length == 0
        ? request.AbsoluteUri
        : request.AbsoluteUri.Replace($"//{request.UserInfo}@", "//", StringComparison.Ordinal);

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Failure ??= error.Message;
        }
    }

    /// <summary>The day's next file. Numbered, because the clock of a day may be put back.</summary>
    private FileStream Create()
    {
        Directory.CreateDirectory(folder);
        var last = Directory.EnumerateFiles(folder, "*" + extension)
            .Select(file => int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty().Max();
        var name = (last + 1).ToString("0000", CultureInfo.InvariantCulture) + extension;
        return new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }
}
