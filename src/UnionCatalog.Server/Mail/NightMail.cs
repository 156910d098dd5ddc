using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using UnionCatalog.Reports;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Mail;

/// <summary>Writes a night's report as a mail: plain text for every reader, and the same as HTML.</summary>
internal static class NightMail
{
    /// <summary>The mail of a night, to be disposed of after it is sent.</summary>
    public static async Task<MailMessage> WriteAsync(NightReport report, MailSettings settings, HtmlRenderer renderer)
    {
        var texts = PageTexts.In(settings.Language);
        var mail = new MailMessage
        {
            From = settings.From,
            Subject = NightText.Subject(report, texts),
            SubjectEncoding = Encoding.UTF8,
            Body = NightText.Write(report, texts, settings.Site),
            BodyEncoding = Encoding.UTF8,
            // RFC 3834, section 5: an answer by a machine to a machine's mail is nobody's wish.
            Headers = { ["Auto-Submitted"] = "auto-generated" },
        };
        foreach (var reader in settings.To)
        {
            mail.To.Add(reader);
        }

        var html = await DrawAsync(report, texts, settings.Site, renderer);
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return mail;
    }

    /// <summary>The report as an HTML document that stands by itself.</summary>
    public static Task<string> DrawAsync(NightReport report, PageTexts texts, Uri? site, HtmlRenderer renderer) =>
        renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(NightLetter.Report)] = report, [nameof(NightLetter.Texts)] = texts, [nameof(NightLetter.Site)] = site,
            });
            return (await renderer.RenderComponentAsync<NightLetter>(parameters)).ToHtmlString();
        });
}
