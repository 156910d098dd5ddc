using Microsoft.AspNetCore.Http.Features;
using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.Files;
using UnionCatalog.Members;
using UnionCatalog.Server.Commands;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Uploads;

/// <summary>What the page and the API for members' files have in common: who may send, looking, storing.</summary>
internal sealed class FileUploads(PendingUploads pending, UploadGate gate, MemberDirectory members, Harvester harvester)
{
    /// <summary>What is taken from the network, and thrown away, so that who sends too much reads the answer.</summary>
    private const long LongestBody = 256L << 20;

    public PendingUploads Pending => pending;

    /// <summary>A member that may send files: its records come as files, and it has a password. Null for all others.</summary>
    public Member? Find(string id) =>
        members.Find(new(id)) is { Source: FilesSource, PasswordHash: not null } member ? member : null;

    /// <summary>Lets this one request be as long as a file; all others stay short.</summary>
    public static void AllowFile(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LongestBody;
        }
    }

    /// <summary>Reads what is left of a body: browsers show no answer that comes before they have sent everything.</summary>
    public static async Task DrainAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            await body.CopyToAsync(Stream.Null, cancellation);
        }
        catch (BadHttpRequestException)
        {
            // Too much even for that.
        }
    }

    /// <summary>Checks the password that was sent for a member.</summary>
    public Task<GateAnswer> KnockAsync(Member? member, string password, HttpContext http) =>
        gate.KnockAsync(member, PasswordDigest.Of(password), http.Connection.RemoteIpAddress, http.RequestAborted);

    /// <summary>What would come of a file.</summary>
    public static Task<FilePreview> LookAsync(PendingUpload upload, Member member, CancellationToken cancellation) =>
        FilePreview.OfAsync(upload.Path, upload.Over((FilesSource)member.Source), member.Holdings, cancellation);

    /// <summary>Stores a file and has the catalogue catch up; the file is not kept.</summary>
    /// <returns>The run; null where the member's records are being stored at this moment, and the file waits.</returns>
    public async Task<HarvestRun?> StoreAsync(PendingUpload upload, Member member, HttpContext http)
    {
        try
        {
            // Not given up with the browser: a page half stored would only have to be gone on with.
            var run = await harvester.StoreFileAsync(member, upload.Over((FilesSource)member.Source), upload.Path, null, CancellationToken.None);
            http.RequestServices.GetService<CatalogWorker>()?.Wake();
            pending.Remember(upload);
            pending.Remove(upload);
            return run;
        }
        catch (MemberBusyException)
        {
            return null;
        }
    }
}

/// <summary>Makes what stands behind the doors for members' files.</summary>
internal static class FileUploadsRegistration
{
    public static IServiceCollection AddFileUploads(this IServiceCollection services, ServiceSettings settings) => services
        .AddSingleton(provider => new PendingUploads(settings.Data, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<FileUploads>();
}
