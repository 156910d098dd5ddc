using System.ComponentModel;
using System.Diagnostics;

namespace UnionCatalog.Tests.SlimsUpload;

/// <summary>The language that SLiMS is written in, and the library that it sends with.</summary>
internal sealed class PhpClientTests
{
    [Test]
    public async Task What_PHP_sends_with_curl_is_taken()
    {
        await RequireAsync();
        await using var service = await UploadService.StartAsync();

        var output = await RunAsync(Places.Case("SlimsUpload/send.php"), service.Service.Address.GetLeftPart(UriPartial.Authority), "sman1", "bunga rampai");

        Assert.That(output.Trim(), Is.EqualTo("200 UPLOADED 2 judul diterima Katalog Induk: 2 baru, 0 diperbarui, 0 tidak berubah."));
        Assert.That((await service.TitleAsync("sma-1", 17), await service.TitleAsync("sma-1", 4)), Is.EqualTo(("Laskar Pelangi", "Café & Sekolah")));
    }

    private static async Task RequireAsync()
    {
        try
        {
            if ((await RunAsync("-m")).Split('\n').Contains("curl"))
            {
                return;
            }
        }
        catch (Win32Exception)
        {
        }

        Assert.Ignore("needs PHP with curl (Debian: php-cli, php-curl), which is not on this machine");
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("php", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
