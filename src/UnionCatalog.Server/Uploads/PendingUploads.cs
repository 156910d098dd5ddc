using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using UnionCatalog.Records;

namespace UnionCatalog.Server.Uploads;

/// <summary>
/// The files that members sent and have not confirmed yet, in "uploads" in the data folder: each in a folder of its own, beside
/// it what is known of it. What nobody confirms is removed after a day.
/// </summary>
internal sealed partial class PendingUploads(string dataFolder, TimeProvider clock)
{
    /// <summary>The largest file that is taken, in bytes: a list of a million books is smaller.</summary>
    public const long LongestFile = 64L << 20;

    private const string Description = "upload.json";

    /// <summary>In letters: of three bytes each in UTF-8 they are what file systems take, 255 bytes.</summary>
    private const int LongestName = 80;

    /// <summary>Looking at a file again and again must not fill the disk: the oldest of a member's goes.</summary>
    private const int MostOfMember = 5;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly string _folder = Path.Combine(dataFolder, "uploads");

    /// <summary>Keeps a file.</summary>
    /// <param name="member">Who sent it.</param>
    /// <param name="name">Its name; of a path only the end.</param>
    /// <param name="body">Its bytes.</param>
    /// <param name="cancellation">Gives up. Nothing is left of it then.</param>
    /// <returns>The file; null where it is larger than <see cref="LongestFile"/>.</returns>
    public async Task<PendingUpload?> TakeAsync(SourceId member, string? name, Stream body, CancellationToken cancellation)
    {
        RemoveOld(member);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var upload = new PendingUpload(token, member, Path.Combine(_folder, token, SafeName(name)), Remembered(member));
        Directory.CreateDirectory(Path.Combine(_folder, token));
        try
        {
            if (await CopyAsync(body, upload.Path, cancellation))
            {
                Save(upload);
                return upload;
            }
        }
        catch
        {
            Remove(upload);
            throw;
        }

        Remove(upload);
        return null;
    }

    /// <summary>A file that waits; null where there is none of this name and member.</summary>
    public PendingUpload? Find(SourceId member, string token)
    {
        var folder = Path.Combine(_folder, token);
        if (!TokenForm().IsMatch(token) || !File.Exists(Path.Combine(folder, Description)) || IsOld(new DirectoryInfo(folder)))
        {
            return null;
        }

        var kept = JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(Path.Combine(folder, Description)))!;
        return kept.Member == member.Value ? new(token, member, Path.Combine(folder, kept.Name), kept.Columns) : null;
    }

    /// <summary>Keeps what a member put right, in one step.</summary>
    public void Save(PendingUpload upload)
    {
        var path = Path.Combine(_folder, upload.Token, Description);
        File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(new Kept(upload.Member.Value, upload.Name, upload.Columns)));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Keeps what a member put right for its next file: next month's has the same headings.</summary>
    public void Remember(PendingUpload upload)
    {
        var path = RememberedAt(upload.Member);
        File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(upload.Columns));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Removes a file that was stored or is not wanted.</summary>
    public void Remove(PendingUpload upload) => Remove(Path.Combine(_folder, upload.Token));

    private Dictionary<string, string> Remembered(SourceId member) => File.Exists(RememberedAt(member))
        ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(RememberedAt(member)))!
        : [];

    private string RememberedAt(SourceId member) => Path.Combine(_folder, $"{member}.columns.json");

    private static async Task<bool> CopyAsync(Stream body, string path, CancellationToken cancellation)
    {
        await using var file = File.Create(path);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (file.Length + read > LongestFile)
            {
                return false;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return true;
    }

    private void RemoveOld(SourceId member)
    {
        Directory.CreateDirectory(_folder);
        var folders = new DirectoryInfo(_folder).EnumerateDirectories().OrderByDescending(folder => folder.CreationTimeUtc).ToList();
        var surplus = folders.Where(folder => Find(member, folder.Name) is not null).Skip(MostOfMember - 1);
        foreach (var folder in folders.Where(IsOld).Concat(surplus).Distinct())
        {
            Remove(folder.FullName);
        }
    }

    private bool IsOld(DirectoryInfo folder) => clock.GetUtcNow().UtcDateTime - folder.CreationTimeUtc > Lifetime;

    /// <summary>Two requests may remove the same.</summary>
    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }

    /// <summary>The end of a path of whatever system, of letters that no file system minds.</summary>
    private static string SafeName(string? name)
    {
        var end = (name ?? "").Split('/', '\\')[^1];
        var safe = string.Concat(end.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ' ? letter : '_')).Trim(' ', '.');
        return safe.Length == 0 || safe.Equals(Description, StringComparison.OrdinalIgnoreCase) ? "file" : safe[..Math.Min(safe.Length, LongestName)];
    }

    private sealed record Kept(string Member, string Name, IReadOnlyDictionary<string, string> Columns);

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.CultureInvariant)]
    private static partial Regex TokenForm();
}
