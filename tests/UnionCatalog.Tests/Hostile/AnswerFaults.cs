using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using UnionCatalog.Exporting;
using UnionCatalog.Tests.Exporting;

namespace UnionCatalog.Tests.Hostile;

/// <summary>What of an answer came from data and should not have, by what the answer says that it is.</summary>
internal static partial class AnswerFaults
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] OwnFiles = ["text/css", "text/javascript"];

    /// <summary>Members of JSON whose value a program may follow.</summary>
    private static readonly string[] Ways = ["link", "address", "cover", "website", "url"];

    /// <summary>Everything that is wrong.</summary>
    public static IEnumerable<string> Of(HttpResponseMessage answer, byte[] body, Uri site, string address)
    {
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        return
        [
            .. Headers(answer, address),
            .. body.Length == 0 ? [] : type switch
            {
                "text/html" => PageFaults.Of(new HtmlParser().ParseDocument(Strict.GetString(body)), site, address),
                "application/atom+xml" or "application/rss+xml" or "application/xml" or "text/xml" => Xml(body, site, address),
                "image/svg+xml" => Drawing(body),
                "application/json" or "application/problem+json" => Json(body, address),
                "text/csv" => Table(body),
                "text/plain" => Strict.GetString(body).Contains(HostileCatalog.Mark, StringComparison.Ordinal) ? new[] { "data in a plain text" } : [],
                _ when OwnFiles.Contains(type) => [],
                _ => Form(type, body, address),
            },
        ];
    }

    /// <summary>A text of data that breaks out of its header makes another one, or names a file that is none.</summary>
    private static IEnumerable<string> Headers(HttpResponseMessage answer, string address)
    {
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            var value = string.Join(", ", values);
            if (value.Any(letter => letter is < ' ' or > '~') || name.Contains(HostileCatalog.Mark, StringComparison.OrdinalIgnoreCase)
                || (name == "Set-Cookie" && !address.StartsWith("/language/", StringComparison.Ordinal)))
            {
                yield return $"{name}: {value}";
            }
        }

        if (answer.Content.Headers.ContentDisposition is { } disposition && !FileName().IsMatch(disposition.ToString()))
        {
            yield return $"a file named by data: {disposition}";
        }

        if (answer.Headers.Location is { } location && !Here().IsMatch(location.OriginalString))
        {
            yield return $"it sends to {location.OriginalString}";
        }

        if (!answer.Headers.Contains("Content-Security-Policy") || !answer.Headers.Contains("X-Content-Type-Options"))
        {
            yield return "no policy";
        }
    }

    private static IEnumerable<string> Xml(byte[] body, Uri site, string address)
    {
        var xml = Load(body);
        if (address.StartsWith("/records/", StringComparison.Ordinal) || address.StartsWith("/export", StringComparison.Ordinal))
        {
            return Form("application/xml", body, address);
        }

        var text = string.Concat(xml.DescendantNodes().OfType<XText>().Select(node => node.Value)) + string.Concat(xml.Descendants().Attributes().Select(attribute => attribute.Value));
        return
        [
            .. xml.DescendantNodes().Where(node => node is XComment or XProcessingInstruction or XCData).Select(node => $"a {node.NodeType}"),
            .. xml.Descendants().Where(element => element.Name.LocalName is "script" or "iframe" or "img" or "h1" || element.Name.NamespaceName.Contains("xhtml", StringComparison.Ordinal)).Select(element => $"an element {element.Name}"),
            .. xml.Descendants().SelectMany(Targets).Where(target => !target.StartsWith(site.GetLeftPart(UriPartial.Authority) + "/", StringComparison.Ordinal)).Select(target => $"a way to {target}"),
            .. Turn().IsMatch(text) ? new[] { "a turn of direction" } : [],
            .. xml.Descendants("description").Where(description => new HtmlParser().ParseDocument(description.Value).Body!.Children.Length > 0).Select(description => $"markup in {description.Value}"),
        ];
    }

    private static IEnumerable<string> Targets(XElement element) =>
    [
        .. element.Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src").Select(attribute => attribute.Value),
        .. element.Name.LocalName is "loc" or "guid" or "id" || (element.Name == "link" && !element.HasAttributes) ? new[] { element.Value } : [],
    ];

    private static IEnumerable<string> Drawing(byte[] body) =>
        Load(body).Descendants().SelectMany(element => element.Attributes().Select(attribute => attribute.Name.LocalName)
            .Where(name => name is "href" or "style" || name.StartsWith("on", StringComparison.Ordinal))
            .Append(element.Name.LocalName is "svg" or "rect" or "text" or "path" or "circle" or "ellipse" or "title" or "g" or "line" or "polygon" or "defs" or "pattern" ? "" : element.Name.LocalName)
            .Where(name => name.Length > 0).Select(name => $"a drawing with {name}"));

    private static IEnumerable<string> Json(byte[] body, string address)
    {
        var text = Strict.GetString(body);
        using var json = JsonDocument.Parse(text);
        return
        [
            .. text.AsSpan().IndexOfAny("<>\0\u2028") < 0 ? [] : new[] { "bare markup" },
            .. address.StartsWith("/openapi", StringComparison.Ordinal) ? [] : Links(json.RootElement).Where(link => !Web().IsMatch(link)).Select(link => $"a way to {link}"),
        ];
    }

    private static IEnumerable<string> Links(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Links),
        // A library's postal address leads nowhere.
        JsonValueKind.Object => json.EnumerateObject().Where(property => property.Name != "visit").SelectMany(property =>
            Ways.Contains(property.Name) && property.Value.ValueKind == JsonValueKind.String ? [property.Value.GetString()!] : Links(property.Value)),
        _ => [],
    };

    /// <summary>Lines of as many cells as the first, none of which a spreadsheet takes for a formula.</summary>
    private static IEnumerable<string> Table(byte[] body)
    {
        var lines = Line().Matches(Strict.GetString(body).TrimStart('\uFEFF')).Select(line => Cell().Matches(line.Value.TrimEnd('\r', '\n')).Select(cell => cell.Groups["text"].Value).ToList()).ToList();
        return
        [
            .. lines.Where(line => line.Count != lines[0].Count).Select(line => $"{line.Count} cells of {lines[0].Count}: {string.Join('|', line)}"),
            .. lines.SelectMany(line => line).Where(cell => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)).Select(cell => $"a formula {cell}"),
        ];
    }

    private static IEnumerable<string> Form(string type, byte[] body, string address)
    {
        var form = ExportForms.All.FirstOrDefault(form => address.Contains($"format={form.Name}&", StringComparison.Ordinal) || address.EndsWith("." + form.Ending, StringComparison.Ordinal));
        var editions = address.StartsWith("/export", StringComparison.Ordinal) ? address.Split("id=").Length - 1 : 1;
        return form is null ? [$"no test knows {type}"] : FormSyntax.Faults(form.Name, body, editions).Take(5);
    }

    private static XDocument Load(byte[] body)
    {
        using var reader = XmlReader.Create(new StringReader(Strict.GetString(body)), new XmlReaderSettings { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader);
    }

    [GeneratedRegex("^(?:attachment|inline)(?:; filename=[\\w.-]+)?(?:; filename\\*=UTF-8''[\\w.%-]+)?$", RegexOptions.ECMAScript)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^/(?![/\\])[!-~]*$")]
    private static partial Regex Here();

    [GeneratedRegex("^(?:https?://|/(?!/))")]
    private static partial Regex Web();

    [GeneratedRegex("(?:\"(?:[^\"]|\"\")*\"|[^\"\n])+\n?")]
    private static partial Regex Line();

    [GeneratedRegex("(?:^|,)(?:\"(?<text>(?:[^\"]|\"\")*)\"|(?<text>[^,\"]*))")]
    private static partial Regex Cell();

    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Turn();
}
