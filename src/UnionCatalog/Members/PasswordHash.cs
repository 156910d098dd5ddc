using System.Globalization;
using System.Security.Cryptography;

namespace UnionCatalog.Members;

/// <summary>
/// A member's upload password as its configuration file keeps it: "pbkdf2-sha256$ITERATIONS$SALT$HASH", salt and hash in
/// base64. It is PBKDF2 (RFC 8018, section 5.2) with HMAC-SHA-256 over the <see cref="PasswordDigest"/>: whoever reads the file can send
/// nothing in the member's name.
/// </summary>
public sealed record PasswordHash
{
    /// <summary>What OWASP's Password Storage Cheat Sheet asks of PBKDF2 with SHA-256: a fraction of a second for each guess.</summary>
    public const int FewestIterations = 600_000;

    /// <summary>A number in a file that would keep a processor busy for longer than some seconds is a mistake.</summary>
    public const int MostIterations = 10_000_000;

    private const string Scheme = "pbkdf2-sha256";
    private const int SaltLength = 16;
    private const int HashLength = 32;

    private readonly int _iterations;
    private readonly byte[] _salt;
    private readonly byte[] _hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) => (_iterations, _salt, _hash) = (iterations, salt, hash);

    /// <summary>The hash of a password, with a salt of its own.</summary>
    public static PasswordHash Of(PasswordDigest password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return new(FewestIterations, salt, Derive(password, salt, FewestIterations));
    }

    /// <summary>Reads what a configuration file has; null when it is not a hash as this class writes it.</summary>
    public static PasswordHash? Read(string text) =>
        text.Split('$') is [Scheme, var iterations, var salt, var hash]
        && int.TryParse(iterations, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count is >= FewestIterations and <= MostIterations
        && Base64(salt, SaltLength) is { } saltBytes
        && Base64(hash, HashLength) is { } hashBytes
            ? new(count, saltBytes, hashBytes)
            : null;

    /// <summary>
    /// Whether this is the password. Takes a fraction of a second of one processor whatever the answer, and says nothing by
    /// how long it takes.
    /// </summary>
    public bool Accepts(PasswordDigest password) =>
        CryptographicOperations.FixedTimeEquals(Derive(password, _salt, _iterations), _hash);

    /// <summary>The hash as it is written into a configuration file.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Scheme}${_iterations}${Convert.ToBase64String(_salt)}${Convert.ToBase64String(_hash)}");

    private static byte[] Derive(PasswordDigest password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password.ToBytes(), salt, iterations, HashAlgorithmName.SHA256, HashLength);

    private static byte[]? Base64(string text, int length)
    {
        var bytes = new byte[length];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == length ? bytes : null;
    }
}
