using System.Text;
using UnionCatalog.Members;

namespace UnionCatalog.Server.Commands;

/// <summary>Turns a password into the line that goes into a member's configuration file.</summary>
internal static class HashPasswordCommand
{
    private const int FewestLetters = 8;

    /// <summary>The password of every fresh SLiMS, which is written in its source.</summary>
    private static readonly PasswordDigest EverySlims = PasswordDigest.Of("s0beautifulday");

    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var password = Console.IsInputRedirected ? await LineAsync(cancellation) : Ask("Password: ");
        if (Objection(password) is { } objection)
        {
            return Refuse(objection);
        }

        if (!Console.IsInputRedirected && Ask("Once more: ") != password)
        {
            return Refuse("The two are not the same.");
        }

        // To be copied: in one line, however long.
        Console.Out.WriteLine($"\"passwordHash\": \"{PasswordHash.Of(PasswordDigest.Of(password))}\"");
        return ExitCode.Success;
    }

    private static string? Objection(string password) =>
        password.Length < FewestLetters ? $"The password must have {FewestLetters} letters or more."
        : password.Trim() != password ? "The password must not begin or end with a space: SLiMS does not send it."
        : PasswordDigest.Of(password) == EverySlims ? "Every SLiMS comes with this password. Choose another, in SLiMS as well."
        : null;

    private static int Refuse(string objection)
    {
        Console.Error.WriteLine(objection);
        return ExitCode.WrongConfiguration;
    }

    /// <summary>The input's first line, without the byte order mark that some shells put before it.</summary>
    private static async Task<string> LineAsync(CancellationToken cancellation) =>
        (await Console.In.ReadLineAsync(cancellation))?.TrimStart('\uFEFF') ?? "";

    /// <summary>Reads a line that the screen does not show.</summary>
    private static string Ask(string question)
    {
        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
