using System.Net;
using System.Net.Sockets;

namespace UnionCatalog.Server.Covers;

/// <summary>
/// Tells addresses of the open internet from those of this machine, its network and special uses (IANA special-purpose registries,
/// RFC 6890): a record must not make the service look where only the service can.
/// </summary>
internal static class OpenInternet
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Of IPv6 within 2000::/3: protocol assignments (Teredo among them), documentation, 6to4, which carries an IPv4 address.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>Whether the address is one of the open internet.</summary>
    public static bool Has(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || Global.Contains(plain)) && !Special.Any(network => network.Contains(plain));
    }
}
