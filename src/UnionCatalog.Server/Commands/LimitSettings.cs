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

    private static readonly Option<int?> Searches = new("--limit-searches")
    {
        Description = "Pages, searches, lists and exports that one client (an IPv4 address, an IPv6 /64) may ask for, a minute; 0 for no limit. "
            + $"Default: {new RateLimits().Searches}, and for this machine itself {new RateLimits().LocalFactor} times that.",
        CustomParser = ReadNumber,
        HelpName = "number",
    };

    private static readonly Option<int?> Lookups = new("--limit-lookups")
    {
        Description = $"Likewise suggestions, single editions and the widget's questions. Default: {new RateLimits().Lookups}.",
        CustomParser = ReadNumber,
        HelpName = "number",
    };

    private static readonly Option<IPAddress[]> Proxy = new("--proxy")
    {
        Description = "Address of a web server in front on another machine, which is believed about whom it speaks for; several with commas between them. One on this machine always is.",
        CustomParser = ReadProxies,
        HelpName = "address",
        Arity = ArgumentArity.ExactlyOne,
    };

    /// <summary>All of them, which the service has.</summary>
    public static IEnumerable<Option> Options => [Searches, Lookups, Proxy];

    /// <summary>How much may be asked. What is said on the command line is meant for every client, this machine as well.</summary>
    public static RateLimits LimitsFrom(ParseResult parsed)
    {
        var (usual, searches, lookups) = (new RateLimits(), parsed.GetValue(Searches), parsed.GetValue(Lookups));
        return usual with
        {
            Searches = searches ?? usual.Searches,
            Lookups = lookups ?? usual.Lookups,
            LocalFactor = searches is null && lookups is null ? usual.LocalFactor : 1,
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
