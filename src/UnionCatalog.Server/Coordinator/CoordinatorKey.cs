using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace UnionCatalog.Server.Coordinator;

/// <summary>
/// The secret of whoever coordinates the network: it opens the pages that name a school's faults, and what decides about its
/// records. Kept in a file of the data folder that only this user can read; another key is had by deleting it and starting again.
/// </summary>
internal sealed class CoordinatorKey
{
    public const string FileName = "coordinator.key";

    // As RFC 4648's base32, in small letters: no letter is taken for another when it is copied by hand.
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";
    private const int Length = 32;
    private const int Group = 4;

    private readonly byte[] _key;

    private CoordinatorKey(string key) => _key = Digest(key);

    /// <summary>Reads the key of a data folder; makes one of 160 random bits where there is none.</summary>
    /// <exception cref="DataFolderException">The file cannot be read or written, or has no key in it.</exception>
    public static CoordinatorKey Open(string folder)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(file))
            {
                Write(file, string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(group => new string(group))));
            }

            return Plain(File.ReadAllText(file)).Length >= Length / 2
                ? new CoordinatorKey(File.ReadAllText(file))
                : throw new DataFolderException($"'{file}' has no key in it. Delete it, and a new one is made at the next start.");
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The coordinator's key '{file}' cannot be used: {unusable.Message} Check this user's rights to it.", unusable);
        }
    }

    /// <summary>Whether this is the key, spaces, hyphens and capitals aside. Takes the same time however much of it is right.</summary>
    public bool Opens(string key) => CryptographicOperations.FixedTimeEquals(Digest(key), _key);

    /// <summary>A pass that stands for the key until a time, for a browser to keep: who steals it has not the key.</summary>
    public string Issue(DateTimeOffset until)
    {
        var time = until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{time}.{Base64Url.EncodeToString(Seal(time))}";
    }

    /// <summary>Whether a pass was issued here, with the key that is in force, and is still good.</summary>
    public bool Accepts(string pass, DateTimeOffset now) =>
        pass.Split('.') is [var time, var seal]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Base64Url.EncodeToString(Seal(time))), Encoding.UTF8.GetBytes(seal))
        && now.ToUnixTimeSeconds() < long.Parse(time, CultureInfo.InvariantCulture);

    private byte[] Seal(string time) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes("coordinator until " + time));

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(Plain(key)));

    private static string Plain(string key) => string.Concat(key.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Nobody else may read it at any moment: the rights are given as it is made, and it gets its name when it is whole.</summary>
    private static void Write(string file, string key)
    {
        var draft = file + ".draft";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(key + "\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file);
    }
}
