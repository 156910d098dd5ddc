using System.IO.Hashing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using UnionCatalog.Exporting;
using UnionCatalog.Members;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Exports;

/// <summary>Gives editions out in a form.</summary>
internal sealed class ExportAnswer(MemberDirectory members, PublicAddress site, TimeProvider clock)
{
    /// <summary>The edition as forms get it, seen from where the reader found this service.</summary>
    public ExportedEdition Draw(CatalogEntry entry, HttpRequest request) =>
        ExportedEdition.Of(entry, members, new ExportOrigin(Site(request), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));

    /// <summary>One edition in a form.</summary>
    /// <param name="entry">The edition.</param>
    /// <param name="form">The form.</param>
    /// <param name="request">The request.</param>
    /// <param name="asFile">Whether a browser is to keep it as a file.</param>
    public FileContentHttpResult Give(CatalogEntry entry, ExportForm form, HttpRequest request, bool asFile) =>
        Bytes(form.Write(Draw(entry, request)), form.MediaType, asFile ? $"{entry.Id}.{form.Ending}" : null);

    /// <summary>Several editions in one file.</summary>
    public FileContentHttpResult GiveAll(IReadOnlyList<CatalogEntry> entries, ExportForm form, HttpRequest request) =>
        Bytes(form.WriteAll([.. entries.Select(entry => Draw(entry, request))]), form.MediaType, $"katalog.{form.Ending}");

    /// <summary>A host that makes no address is taken for this machine.</summary>
    private Uri Site(HttpRequest request) => Uri.TryCreate(site.Of(request) + "/", UriKind.Absolute, out var address) ? address : new Uri("http://localhost/");

    /// <summary>Bytes with a tag by which a client asks whether they have changed. Weak: they may travel compressed (RFC 9110, section 8.8.1).</summary>
    public static FileContentHttpResult Bytes(byte[] content, string mediaType, string? fileName) => TypedResults.Bytes(
        content,
        mediaType.StartsWith("image/", StringComparison.Ordinal) || mediaType == "application/marc" ? mediaType : mediaType + "; charset=utf-8",
        fileName,
        entityTag: new EntityTagHeaderValue($"\"{XxHash3.HashToUInt64(content):x16}\"", isWeak: true));
}
