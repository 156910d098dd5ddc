using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace UnionCatalog.Server.Covers;

/// <summary>
/// Keeps fetched pictures in a folder of bounded size, each under the checksum of its address. An empty file remembers that there was
/// none to be had. What is kept is nothing but a copy: the folder may be emptied at any time.
/// </summary>
internal sealed class CoverKeeper(CoverOptions options, CoverFetcher fetcher, TimeProvider clock) : IDisposable
{
    /// <summary>What a file takes at least, an empty one as well: a block.</summary>
    private const long Block = 4096;

    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]?>>> _underWay = new();
    private readonly SemaphoreSlim _turn = new(options.AtOnce);
    private readonly Lock _folder = new();
    private long _size = -1;

    /// <summary>The picture at an address, kept or fetched; null where there is none to be had.</summary>
    public async Task<byte[]?> FindAsync(Uri address)
    {
        var path = Path.Combine(options.Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..32]);
        if (FindKept(path) is { } kept)
        {
            return kept.Length > 0 ? kept : null;
        }

        // Who asks for the same picture meanwhile waits for the same answer.
        var fetch = _underWay.GetOrAdd(path, _ => new Lazy<Task<byte[]?>>(() => FetchAsync(address, path)));
        try
        {
            return await fetch.Value;
        }
        finally
        {
            _underWay.TryRemove(path, out _);
        }
    }

    public void Dispose() => _turn.Dispose();

    private byte[]? FindKept(string path)
    {
        try
        {
            var file = new FileInfo(path);
            var age = file.Exists ? clock.GetUtcNow() - file.LastWriteTimeUtc : TimeSpan.MaxValue;
            return age < (file is { Exists: true, Length: 0 } ? options.Grudge : options.Keeping) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task<byte[]?> FetchAsync(Uri address, string path)
    {
        if (!await _turn.WaitAsync(options.Patience))
        {
            return null;
        }

        try
        {
            var picture = await fetcher.FetchAsync(address);
            Keep(path, picture ?? []);
            return picture;
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Keep(string path, byte[] picture)
    {
        try
        {
            lock (_folder)
            {
                var folder = Directory.CreateDirectory(options.Folder);
                _size = _size < 0 ? folder.EnumerateFiles().Sum(SizeOf) : _size;
                // A draft, then its name: a picture is whole or not there.
                File.WriteAllBytes(path + ".new", picture);
                File.SetLastWriteTimeUtc(path + ".new", clock.GetUtcNow().UtcDateTime);
                File.Move(path + ".new", path, overwrite: true);
                _size += Math.Max(picture.Length, Block);
                if (_size > options.FolderBytes)
                {
                    MakeRoom(folder);
                }
            }
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // A full disk costs readers the keeping, and not the picture.
        }
    }

    /// <summary>Deletes the oldest tenth and whatever more there is too much.</summary>
    private void MakeRoom(DirectoryInfo folder)
    {
        var files = folder.EnumerateFiles().OrderBy(file => file.LastWriteTimeUtc).ToList();
        _size = files.Sum(SizeOf);
        foreach (var file in files.TakeWhile(_ => _size > options.FolderBytes / 10 * 9))
        {
            _size -= SizeOf(file);
            file.Delete();
        }
    }

    private static long SizeOf(FileInfo file) => Math.Max(file.Length, Block);
}
