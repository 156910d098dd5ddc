using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace UnionCatalog.Benchmarks;

/// <summary>
/// A provider on loopback whose pages are drawn before anything is measured, in a process of its own, so that neither its
/// memory nor its collections are counted as ours. Under /{first}/{count}/{delay} it has a list of
/// that part of the pages, each of which it thinks about for so many milliseconds.
/// </summary>
internal sealed class PageServer : IDisposable
{
    /// <summary>What the child process is started with.</summary>
    public const string Verb = "serve";

    private readonly Process _process;

    private PageServer(Process process, Uri address, int pages) => (_process, Address, Pages) = (process, address, pages);

    /// <summary>How many pages it has.</summary>
    public int Pages { get; }

    private Uri Address { get; }

    /// <summary>Starts the process and waits until its pages are drawn.</summary>
    public static async Task<PageServer> StartAsync(int pages)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(PageServer).Assembly.Location, Verb, pages.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The page server did not start.");
        return new(process, new Uri(address), pages);
    }

    /// <summary>The base address of a part of the list; <paramref name="delay"/> is what each page takes, in milliseconds.</summary>
    public Uri PartAt(int first, int count, int delay = 0) => new(Address, string.Create(CultureInfo.InvariantCulture, $"/{first}/{count}/{delay}"));

    /// <summary>The address of one page.</summary>
    public Uri PageAt(int page) => new($"{PartAt(0, Pages)}?verb=ListRecords&resumptionToken={page.ToString(CultureInfo.InvariantCulture)}");

    public void Dispose()
    {
        _process.StandardInput.Close(); // which ends it
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>The child process: serves until its input is closed.</summary>
    public static async Task ServeAsync(int count)
    {
        var generated = new GeneratedPages();
        var pages = new byte[count][];
        Parallel.For(0, count, page => pages[page] = generated.Draw(page));

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/{first:int}/{count:int}/{delay:int}", async (int first, int count, int delay, HttpContext http) =>
        {
            await Task.Delay(delay);
            await AnswerAsync(http, pages, first, count);
        });
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static async Task AnswerAsync(HttpContext http, byte[][] pages, int first, int count)
    {
        http.Response.ContentType = "text/xml; charset=utf-8";
        await http.Response.WriteAsync(
            """<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2025-08-18T10:00:00Z</responseDate><request/>""");
        if (http.Request.Query["verb"] == "Identify")
        {
            await http.Response.WriteAsync(
                "<Identify><repositoryName>Benchmark</repositoryName><deletedRecord>no</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify></OAI-PMH>");
            return;
        }

        var page = int.TryParse(http.Request.Query["resumptionToken"], CultureInfo.InvariantCulture, out var token) ? token : first;
        var next = page + 1 < first + count ? (page + 1).ToString(CultureInfo.InvariantCulture) : "";
        await http.Response.WriteAsync("<ListRecords>\n");
        await http.Response.Body.WriteAsync(pages[page]);
        await http.Response.WriteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""<resumptionToken completeListSize="{count * GeneratedPages.Size}">{next}</resumptionToken></ListRecords></OAI-PMH>"""));
    }
}
