using System.Text;
using Microsoft.AspNetCore.Components.Web;
using UnionCatalog.Members;
using UnionCatalog.Reports;
using UnionCatalog.Server.Mail;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Commands;

/// <summary>
/// Prints the report of a night: the kept one, or one that is drawn now, and kept when the night is over. Also while the service
/// is running on the same folder.
/// </summary>
internal static class NightCommand
{
    /// <summary>What <c>--format</c> takes, the default first.</summary>
    public static readonly string[] Formats = ["text", "csv", "json", "html"];

    public static async Task<int> RunAsync(ServiceSettings settings, DateOnly night, string format, PageTexts texts, CancellationToken cancellation)
    {
        if (Configurations.ReadMembers(settings.Configurations) is not { } members)
        {
            return ExitCode.WrongConfiguration;
        }

        if (!DataFolder.HasStore(settings.Data))
        {
            Terminal.WriteLine($"Nothing has been harvested yet into {settings.Data}.");
            return ExitCode.Success;
        }

        await using var store = await DataFolder.OpenStoreAsync(settings.Data, TimeProvider.System, cancellation);
        var reporter = new NightReporter(store.Harvests, new HeldReporter(store.Held, members), store.Reports, members, settings.Nights, TimeProvider.System);
        if (await reporter.FindOrDrawAsync(night, cancellation) is not { } report)
        {
            await Console.Error.WriteLineAsync($"The night of {NightEndpoints.Write(night)} has not begun: it does at noon of the day before.");
            return ExitCode.WrongConfiguration;
        }

        var written = await WriteAsync(report, format, texts);
        if (format == Formats[0])
        {
            // Read by somebody at a terminal; the others go into files.
            Array.ForEach(written.TrimEnd().ReplaceLineEndings("\n").Split('\n'), Terminal.WriteLine);
        }
        else
        {
            await Console.Out.WriteAsync(written);
        }

        return report.Members.Any(member => member.Outcome == NightOutcome.Failed) ? ExitCode.HarvestFailed : ExitCode.Success;
    }

    private static async Task<string> WriteAsync(NightReport report, string format, PageTexts texts)
    {
        switch (format)
        {
            case "csv":
                return NightCsv.Write(report, texts);
            case "json":
                return Encoding.UTF8.GetString(report.ToJson()) + Environment.NewLine;
            case "html":
                await using (var services = new ServiceCollection().AddLogging().BuildServiceProvider())
                await using (var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>()))
                {
                    return await NightMail.DrawAsync(report, texts, site: null, renderer);
                }

            default:
                return NightText.Write(report, texts, site: null);
        }
    }
}
