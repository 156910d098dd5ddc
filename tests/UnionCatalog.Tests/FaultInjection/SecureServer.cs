using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>Providers over HTTPS whose certificates, made here, nobody has reason to trust; they go with the tests.</summary>
[SetUpFixture]
internal sealed class SecureServer
{
    private static readonly ConcurrentBag<FaultServer> Running = [];

    /// <summary>Starts one.</summary>
    /// <param name="firstDay">From when on the certificate holds, in days from today.</param>
    /// <param name="lastDay">Until when.</param>
    public static Uri Address(int firstDay, int lastDay)
    {
        var server = new FaultServer(Certificate(DateTimeOffset.UtcNow.AddDays(firstDay), DateTimeOffset.UtcNow.AddDays(lastDay)));
        Running.Add(server);
        return server.Address;
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        foreach (var server in Running)
        {
            await server.DisposeAsync();
        }
    }

    private static X509Certificate2 Certificate(DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.CreateSelfSigned(from, until);
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pfx), null);
    }
}
