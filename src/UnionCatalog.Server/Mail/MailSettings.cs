using System.Net;
using System.Net.Mail;

namespace UnionCatalog.Server.Mail;

/// <summary>To whom and how the nightly report is mailed.</summary>
internal sealed record MailSettings
{
    /// <summary>Whom it is for.</summary>
    public required IReadOnlyList<MailAddress> To { get; init; }

    /// <summary>Who sends it.</summary>
    public required MailAddress From { get; init; }

    /// <summary>The name or address of the mail server.</summary>
    public required string Host { get; init; }

    /// <summary>Its port. Default: 587, for the mail that programs hand in (RFC 6409).</summary>
    public int Port { get; init; } = 587;

    /// <summary>What the mail server knows this service by; null where it asks for nothing.</summary>
    public NetworkCredential? Account { get; init; }

    /// <summary>Whether a night without needs is mailed as well. Default: it is not.</summary>
    public bool Always { get; init; }

    /// <summary>The language of the mail. Default: id.</summary>
    public string Language { get; init; } = "id";

    /// <summary>Where readers find the pages, such as "https://katalog.example.org"; null: the mail has no link.</summary>
    public Uri? Site { get; init; }

    /// <summary>
    /// Whether the mail server must offer encryption (STARTTLS, RFC 3207). Only what does not leave this machine goes without:
    /// the report names schools' faults, and the account's password goes before it.
    /// </summary>
    public bool IsEncrypted => Host != "localhost" && !(IPAddress.TryParse(Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
