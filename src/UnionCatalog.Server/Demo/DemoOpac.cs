using System.Net;
using System.Text;
using UnionCatalog.Members;
using UnionCatalog.Server.OaiProvider;

namespace UnionCatalog.Server.Demo;

/// <summary>What a link into an imagined library's own catalogue leads to: the record as that library has it.</summary>
internal static class DemoOpac
{
    public const string Path = "/records";

    public static void Map(WebApplication app, Member member, OaiRepository repository) =>
        app.MapGet(Path + "/{*identifier}", (string identifier) => repository.Find(identifier) is { Deleted: false } item
            ? Results.Content(Page(member, item), "text/html; charset=utf-8", Encoding.UTF8)
            : Results.NotFound());

    private static string Page(Member member, OaiItem item) =>
        $$"""
        <!doctype html>
        <html lang="id">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>{{WebUtility.HtmlEncode(member.Name)}}</title>
        <style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem } pre { overflow: auto; background: #f4f4f0; padding: 1rem }</style>
        <h1>{{WebUtility.HtmlEncode(member.Name)}}</h1>
        <p>Perpustakaan ini hanya contoh: di sini katalognya sendiri akan menampilkan buku ini.
        <br><i lang="en">This library is imagined: its own catalogue would show the book here.</i></p>
        {{DemoItems.Draw(member, item)}}
        <pre>{{WebUtility.HtmlEncode(string.Join("\n\n", item.Metadata.Values))}}</pre>
        </html>
        """;
}
