using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace UnionCatalog.Server.Commands;

/// <summary>The options that the service shares with its verbs: where it finds its things and where it is found.</summary>
internal static class SharedOptions
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "Folder where the catalogue is kept.",
        DefaultValueFactory = _ => "./data",
        CustomParser = ReadFolder,
        HelpName = "folder",
        Recursive = true,
    };

    private static readonly Option<string> Configurations = new("--configs")
    {
        Description = "Folder of the member libraries' configuration files, one JSON file each.",
        DefaultValueFactory = _ => "./harvest-configs",
        CustomParser = ReadFolder,
        HelpName = "folder",
        Recursive = true,
    };

    /// <summary>Where it is served; only what serves has it.</summary>
    public static readonly Option<string> Host = new("--host")
    {
        Description = "Address to serve on: localhost for this machine alone, 0.0.0.0 for every network it is in.",
        DefaultValueFactory = _ => "localhost",
        CustomParser = ReadHost,
        HelpName = "address",
    };

    /// <summary>By which port; as the host.</summary>
    public static readonly Option<int> Port = new("--port")
    {
        Description = "Port to serve on.",
        DefaultValueFactory = _ => 5080,
        CustomParser = ReadPort,
        HelpName = "number",
    };

    /// <summary>Whom member libraries see in each request.</summary>
    public static readonly Option<string?> Contact = new("--contact")
    {
        Description = "Mail or web address that member libraries see in each request, to write to when something is amiss.",
        CustomParser = ReadContact,
        HelpName = "address",
        Recursive = true,
    };

    /// <summary>Whether the details of what happens are shown.</summary>
    public static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Log everything, and show the details of a fault.",
        Recursive = true,
    };

    private static readonly Option<bool> JsonLog = new("--json-log")
    {
        Description = "Log one JSON object a line, with the member and the record's identifier in fields of their own.",
        Recursive = true,
    };

    /// <summary>Those of the service itself, which the verbs have as far as they are recursive.</summary>
    public static IEnumerable<Option> All => [Data, Configurations, Host, Port, Contact, Verbose, JsonLog, .. NightSettings.Options, .. LimitSettings.Options];

    /// <summary>What they say.</summary>
    public static ServiceSettings Read(ParseResult parsed) => new(
        Path.GetFullPath(parsed.GetValue(Data)!),
        Path.GetFullPath(parsed.GetValue(Configurations)!),
        parsed.GetValue(Host)!,
        parsed.GetValue(Port),
        parsed.GetValue(Contact),
        parsed.GetValue(Verbose))
    {
        JsonLog = parsed.GetValue(JsonLog),
        Nights = NightSettings.NightsFrom(parsed), Mail = NightSettings.MailFrom(parsed, parsed.GetValue(Contact)),
        Site = NightSettings.SiteFrom(parsed),
        Limits = LimitSettings.LimitsFrom(parsed), Proxies = LimitSettings.ProxiesFrom(parsed),
    };

    /// <summary>A name other than localhost is refused: the web server takes it for every network.</summary>
    private static string ReadHost(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text != "localhost" && !IPAddress.TryParse(text, out _))
        {
            result.AddError($"--host takes localhost or an IP address such as 0.0.0.0, not '{text}'.");
        }

        return text;
    }

    /// <summary>What would not stand in a header, or would end the bracket that it stands in there, is refused.</summary>
    private static string ReadContact(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        var isWritable = text.All(letter => letter is > ' ' and < '\u007F' and not ('(' or ')' or '\\'));
        if (!isWritable || (!text.Contains('@', StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal)))
        {
            result.AddError($"--contact takes a mail or web address such as you@example.org, not '{text}'.");
        }

        return text;
    }

    private static string ReadFolder(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (string.IsNullOrWhiteSpace(text))
        {
            result.AddError($"{((OptionResult)result.Parent!).Option.Name} takes the path of a folder.");
        }

        return text;
    }

    private static int ReadPort(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0)
        {
            return port;
        }

        result.AddError($"--port takes a number from 1 to 65535, not '{text}'.");
        return 0;
    }
}
