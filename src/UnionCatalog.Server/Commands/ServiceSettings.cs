using System.Net;
using UnionCatalog.Harvesting;
using UnionCatalog.Reports;
using UnionCatalog.Server.Limits;
using UnionCatalog.Server.Mail;

namespace UnionCatalog.Server.Commands;

/// <summary>Where the service finds its things and where it is found.</summary>
/// <param name="Data">The folder of the store and the index.</param>
/// <param name="Configurations">The folder of the members' configuration files.</param>
/// <param name="Host">The name or address to listen on.</param>
/// <param name="Port">The port to listen on.</param>
/// <param name="Contact">Whom a member's administrator can write to, told in the User-Agent; null when not given.</param>
/// <param name="Verbose">Whether verbs log as the service does.</param>
internal sealed record ServiceSettings(string Data, string Configurations, string Host, int Port, string? Contact, bool Verbose)
{
    /// <summary>Whether the log is one JSON object a line, for programs. Default: it is for people.</summary>
    public bool JsonLog { get; init; }

    /// <summary>When a night is over, and what in it needs a person.</summary>
    public NightOptions Nights { get; init; } = new();

    /// <summary>Where readers find the pages, such as "https://katalog.example.org"; null: wherever each of them asks.</summary>
    public Uri? Site { get; init; }

    /// <summary>To whom and how the nightly report is mailed; null when it is not.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>How many requests a minute one client may make.</summary>
    public RateLimits Limits { get; init; } = new();

    /// <summary>Web servers in front, on other machines, that are believed about whom they speak for. Default: none.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>Where it is served; an IPv6 address stands in brackets (RFC 3986, section 3.2.2).</summary>
    public string Address => Host.Contains(':', StringComparison.Ordinal) ? $"http://[{Host.Trim('[', ']')}]:{Port}" : $"http://{Host}:{Port}";

    /// <summary>What every harvest keeps to.</summary>
    public HarvestOptions Harvests() => new() { Contact = Contact, DataFolder = Data, PagesFolder = Path.Combine(Data, "pages") };
}
