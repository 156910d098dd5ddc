using System.Security.Cryptography;
using System.Text;

namespace UnionCatalog.Members;

/// <summary>
/// What a password becomes before anything looks at it: its SHA-1 in 40 small hexadecimal digits. SLiMS's own files keep a
/// password so and send it so, while its settings page sends it as it was typed: either way the digest is the same. It is as
/// good as the password itself, so that it is neither logged nor stored; see <see cref="PasswordHash"/> for what is.
/// </summary>
public readonly record struct PasswordDigest
{
    private readonly string? _hex;

    private PasswordDigest(string hex) => _hex = hex;

    /// <summary>The digest in ASCII, as <see cref="PasswordHash"/> hashes it.</summary>
    public byte[] ToBytes() => Encoding.ASCII.GetBytes(_hex ?? "");

    /// <summary>The digest of a password; 40 hexadecimal digits are taken for a digest already.</summary>
    /// <param name="password">The password as it was typed (hashed in UTF-8), or its SHA-1.</param>
#pragma warning disable CA5350 // SLiMS sends SHA-1: what protects the password here is the slow hash over it.
    public static PasswordDigest Of(string password) => IsDigest(password)
        ? new(password.ToLowerInvariant())
        : new(Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(password))));
#pragma warning restore CA5350

    /// <summary>Nothing that could end in a log.</summary>
    public override string ToString() => "(password)";

    private static bool IsDigest(string text) => text.Length == 40 && text.All(char.IsAsciiHexDigit);
}
