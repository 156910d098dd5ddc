using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Net.Mail;
using UnionCatalog.Reports;
using UnionCatalog.Server.Mail;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Commands;

/// <summary>The options that say when a night is over, and to whom its report goes.</summary>
internal static class NightSettings
{
    private const string UserVariable = "UNIONCATALOG_SMTP_USER";
    private const string PasswordVariable = "UNIONCATALOG_SMTP_PASSWORD";

    private static readonly Option<string> TimeZone = new("--time-zone")
    {
        Description = "The network's time zone, by its IANA name: by it a night begins and ends.",
        DefaultValueFactory = _ => new NightOptions().TimeZone,
        CustomParser = ReadTimeZone,
        HelpName = "zone",
    };

    private static readonly Option<TimeOnly> ReportAt = new("--report-at")
    {
        Description = "When the night's report is drawn and kept, from midnight to noon.",
        DefaultValueFactory = _ => new NightOptions().DrawnAt,
        CustomParser = ReadMorning,
        HelpName = "time",
    };

    private static readonly Option<string> Language = new("--language")
    {
        Description = "Language of the night's report and its mail.",
        DefaultValueFactory = _ => PageTexts.All[0].Language,
        HelpName = "id|en",
    };

    private static readonly Option<MailAddress[]> MailTo = new("--mail-to")
    {
        Description = "Mail addresses that get the night's report, with commas between them. Default: nobody.",
        CustomParser = ReadAddresses,
        HelpName = "mail",
        Arity = ArgumentArity.ExactlyOne,
    };

    private static readonly Option<DnsEndPoint?> Smtp = new("--smtp")
    {
        Description = $"Mail server; its account: {UserVariable} and {PasswordVariable}. Default: localhost:25.",
        CustomParser = ReadServer,
        HelpName = "host:port",
    };

    private static readonly Option<string> Mail = new("--mail")
    {
        Description = "When it is mailed: when-needed, because a library needs somebody, or always.",
        DefaultValueFactory = _ => "when-needed",
        HelpName = "when",
    };

    private static readonly Option<Uri?> Site = new("--site")
    {
        Description = "Where readers find the pages, such as https://katalog.example.org. Feeds and the mail name it.",
        CustomParser = ReadSite,
        HelpName = "address",
    };

    static NightSettings()
    {
        Language.AcceptOnlyFromAmong([.. PageTexts.All.Select(texts => texts.Language)]);
        Mail.AcceptOnlyFromAmong("when-needed", "always");
    }

    /// <summary>All of them, which the service has.</summary>
    public static IEnumerable<Option> Options => [.. OfAReport, MailTo, Smtp, Mail, Site];

    /// <summary>Those that say what a night is and how it is told. No other verb than the service mails.</summary>
    public static IEnumerable<Option> OfAReport => [TimeZone, ReportAt, Language];

    /// <summary>The language of what is printed of a night.</summary>
    public static PageTexts TextsFrom(ParseResult parsed) => PageTexts.In(parsed.GetValue(Language)!);

    /// <summary>When a night is over.</summary>
    public static NightOptions NightsFrom(ParseResult parsed) => new() { TimeZone = parsed.GetValue(TimeZone)!, DrawnAt = parsed.GetValue(ReportAt) };

    /// <summary>To whom the report goes; null when to nobody.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="contact">Who sends it, where that is a mail address; else the first that gets it.</param>
    public static MailSettings? MailFrom(ParseResult parsed, string? contact)
    {
        if (parsed.GetValue(MailTo) is not [var first, ..] readers)
        {
            return null;
        }

        var server = parsed.GetValue(Smtp) ?? new DnsEndPoint("localhost", 25);
        var user = Environment.GetEnvironmentVariable(UserVariable);
        return new MailSettings
        {
            To = readers,
            From = MailAddress.TryCreate(contact, out var sender) ? sender : first,
            Host = server.Host,
            Port = server.Port,
            Account = string.IsNullOrEmpty(user) ? null : new NetworkCredential(user, Environment.GetEnvironmentVariable(PasswordVariable)),
            Always = parsed.GetValue(Mail) == "always",
            Language = parsed.GetValue(Language)!,
            Site = parsed.GetValue(Site),
        };
    }

    /// <summary>Where readers find the pages; null when it is not told.</summary>
    public static Uri? SiteFrom(ParseResult parsed) => parsed.GetValue(Site);

    private static string ReadTimeZone(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(text, out _))
        {
            result.AddError($"--time-zone takes the name of a time zone such as Asia/Jakarta, Asia/Makassar or Asia/Jayapura, not '{text}'.");
        }

        return text;
    }

    private static TimeOnly ReadMorning(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || time > new TimeOnly(12, 0))
        {
            result.AddError($"--report-at takes an hour from 00:00 to 12:00, not '{text}'.");
        }

        return time;
    }

    private static MailAddress[] ReadAddresses(ArgumentResult result)
    {
        var addresses = new List<MailAddress>();
        foreach (var text in result.Tokens.Single().Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // What could end a header line and begin another is no address.
            if (!text.Any(char.IsControl) && MailAddress.TryCreate(text, out var address))
            {
                addresses.Add(address);
            }
            else
            {
                result.AddError($"--mail-to takes mail addresses, not '{text}'.");
            }
        }

        return [.. addresses];
    }

    private static DnsEndPoint? ReadServer(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (Uri.TryCreate("smtp://" + text, UriKind.Absolute, out var address) && address is { Host.Length: > 0, PathAndQuery: "/" or "", UserInfo: "" })
        {
            return new DnsEndPoint(address.Host, address.IsDefaultPort ? 25 : address.Port);
        }

        result.AddError($"--smtp takes a mail server's name and port such as mail.example.org:587, not '{text}'.");
        return null;
    }

    private static Uri? ReadSite(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
        {
            return address;
        }

        result.AddError($"--site takes a web address such as https://katalog.example.org, not '{text}'.");
        return null;
    }
}
