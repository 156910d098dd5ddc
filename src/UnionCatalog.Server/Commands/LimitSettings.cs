using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using UnionCatalog.Server.Limits;

namespace UnionCatalog.Server.Commands;

/// <summary>The options that say how much one client may ask, and who is believed about who a client is.</summary>
internal static class LimitSettings
{
    private const int Most = 1_000_000;

    private static readonly RateLimits Usual = new();

    private static readonly Option<int?> Searches = new("--limit-searches")
    {
        Description = $"Searches, pages and lists one client may ask for a minute; 0: no limit. Default: {Usual.Searches} (this machine {Usual.Searches * Usual.LocalFactor}).",
        CustomParser = ReadNumber,
        HelpName = "n",
    };

    private static readonly Option<int?> Lookups = new("--limit-lookups")
    {
        Description = $"Likewise suggestions, single editions, the widget's questions. Default: {Usual.Lookups} (this machine {Usual.Lookups * Usual.LocalFactor}).",
        CustomParser = ReadNumber,
        HelpName = "n",
    };

    private static readonly Option<IPAddress[]> Proxy = new("--proxy")
    {
        Description = "Web servers in front on other machines, believed about whom they speak for; with commas between them.",
        CustomParser = ReadProxies,
        HelpName = "address",
        Arity = ArgumentArity.ExactlyOne,
    };

    /// <summary>All of them, which the service has.</summary>
    public static IEnumerable<Option> Options => [Searches, Lookups, Proxy];

    /// <summary>How much may be asked. What is said on the command line is meant for every client, this machine as well.</summary>
    public static RateLimits LimitsFrom(ParseResult parsed)
    {
        var (searches, lookups) = (parsed.GetValue(Searches), parsed.GetValue(Lookups));
        return Usual with
        {
            Searches = searches ?? Usual.Searches,
            Lookups = lookups ?? Usual.Lookups,
            LocalFactor = searches is null && lookups is null ? Usual.LocalFactor : 1,
        };
    }

    /// <summary>Who is believed.</summary>
    public static IReadOnlyList<IPAddress> ProxiesFrom(ParseResult parsed) => parsed.GetValue(Proxy) ?? [];

    private static int? ReadNumber(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most)
        {
            return number;
        }

        result.AddError($"{((OptionResult)result.Parent!).Option.Name} takes requests a minute, 0 (no limit) to {Most}, not '{text}'.");
        return null;
    }

    private static IPAddress[] ReadProxies(ArgumentResult result)
    {
        var proxies = new List<IPAddress>();
        foreach (var text in result.Tokens.Single().Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(text, out var address))
            {
                proxies.Add(address);
            }
            else
            {
                result.AddError($"--proxy takes IP addresses such as 10.0.0.5, not '{text}'.");
            }
        }

        return [.. proxies];
    }
}
