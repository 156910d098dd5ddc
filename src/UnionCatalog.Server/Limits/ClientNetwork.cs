using System.Net;
using System.Net.Sockets;

namespace UnionCatalog.Server.Limits;

/// <summary>Whom an address stands for.</summary>
internal static class ClientNetwork
{
    /// <summary>
    /// Who owns an IPv6 address owns its whole /64 (RFC 4291, section 2.5.4): it counts as one. This machine's own, which a web server in
    /// front may ask by for everybody, is nobody: null.
    /// </summary>
    public static IPAddress? Of(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
        {
            return null;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
