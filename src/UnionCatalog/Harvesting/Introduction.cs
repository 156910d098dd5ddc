using System.Net.Http.Headers;
using System.Reflection;

namespace UnionCatalog.Harvesting;

/// <summary>Who we say we are in every request, as robots do: the program, its version, and where its people are reached.</summary>
internal static class Introduction
{
    /// <summary>Writes it into a client's headers.</summary>
    /// <param name="headers">The headers of every request.</param>
    /// <param name="contact">A web or mail address; null for none.</param>
    public static void Write(HttpRequestHeaders headers, string? contact)
    {
        headers.TryAddWithoutValidation("User-Agent", UserAgent(contact));
        if (contact is not null && !IsAddress(contact))
        {
            headers.TryAddWithoutValidation("From", contact); // RFC 9110, section 10.1.2: a robot should
        }
    }

    /// <summary>"UnionCatalog/1.2.3 (+mailto:you@example.org)" (RFC 9110, section 10.1.5).</summary>
    public static string UserAgent(string? contact)
    {
        var version = typeof(Introduction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
        return $"UnionCatalog/{version}" + contact switch
        {
            null => "",
            _ when IsAddress(contact) => $" (+{contact})",
            _ => $" (+mailto:{contact})",
        };
    }

    private static bool IsAddress(string contact) => contact.Contains(':', StringComparison.Ordinal);
}
