using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace UnionCatalog.Server.Limits;

/// <summary>The web servers in front that are believed about whom they speak for.</summary>
/// <param name="Others">Those on other machines, as the command line names them; one on this machine always is.</param>
internal sealed record TrustedProxies(IReadOnlyList<IPAddress> Others)
{
    /// <summary>For the framework, which believes the last of them only.</summary>
    public ForwardedHeadersOptions Options()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var proxy in Others)
        {
            options.KnownProxies.Add(proxy);
        }

        return options;
    }
}
