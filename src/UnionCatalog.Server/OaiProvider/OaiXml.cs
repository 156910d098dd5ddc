using System.Globalization;
using System.Text;
using System.Xml;

namespace UnionCatalog.Server.OaiProvider;

/// <summary>Writes replies as the XML of OAI-PMH 2.0, sections 3.2 and 4, element by element as the reader takes them.</summary>
internal sealed class OaiXml(XmlWriter writer, OaiRepository repository, string baseUrl)
{
    private const string Oai = "http://www.openarchives.org/OAI/2.0/";
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    // A carriage return inside metadata stays one: unescaped, the harvester's parser would turn it into a line feed.
    private static readonly XmlWriterSettings Settings = new()
    {
        Async = true, Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = false,
    };

    /// <summary>Opens one element for reading; the caller meets an <see cref="XmlException"/> where it is not well-formed.</summary>
    public static XmlReader ReadFragment(string xml) =>
        XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });

    /// <summary>Writes a whole reply.</summary>
    public static async Task WriteAsync(
        Stream stream, OaiRepository repository, string baseUrl, DateTimeOffset now, OaiRequest request, OaiReply reply)
    {
        await using var writer = XmlWriter.Create(stream, Settings);
        var xml = new OaiXml(writer, repository, baseUrl);
        await writer.WriteStartDocumentAsync();
        await writer.WriteStartElementAsync(null, "OAI-PMH", Oai);
        await writer.WriteAttributeStringAsync("xsi", "schemaLocation", Xsi, $"{Oai} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd");
        await xml.TextAsync("responseDate", OaiDatestamp.Format(now, OaiGranularity.Seconds));
        await xml.RequestAsync(request, reply);
        await xml.ReplyAsync(request.Verb, reply);
        await writer.WriteEndElementAsync();
        await writer.WriteEndDocumentAsync();
    }

    private async Task RequestAsync(OaiRequest request, OaiReply reply)
    {
        await OpenAsync("request");
        if (reply is not OaiReply.Failure failure || failure.Errors.All(error => error.EchoesArguments))
        {
            foreach (var (name, value) in request.Arguments)
            {
                await writer.WriteAttributeStringAsync(null, name, null, value);
            }
        }

        await writer.WriteStringAsync(baseUrl);
        await CloseAsync();
    }

    private async Task ReplyAsync(string verb, OaiReply reply)
    {
        if (reply is OaiReply.Failure failure)
        {
            await ErrorsAsync(failure.Errors);
            return;
        }

        await OpenAsync(verb);
        await (reply switch
        {
            OaiReply.Identify => IdentifyAsync(),
            OaiReply.Formats formats => FormatsAsync(formats.List),
            OaiReply.Sets => SetsAsync(),
            OaiReply.Record record => RecordAsync(record.Item, record.Prefix),
            OaiReply.Headers headers => PageAsync(headers.Page, HeaderAsync),
            OaiReply.Records records => PageAsync(records.Page, item => RecordAsync(item, records.Page.Prefix)),
            _ => throw new InvalidOperationException($"No XML for {reply.GetType().Name}."),
        });
        await CloseAsync();
    }

    private async Task ErrorsAsync(IReadOnlyList<OaiError> errors)
    {
        foreach (var error in errors)
        {
            await OpenAsync("error");
            await writer.WriteAttributeStringAsync(null, "code", null, error.CodeName);
            await writer.WriteStringAsync(error.Message);
            await CloseAsync();
        }
    }

    private async Task IdentifyAsync()
    {
        var identity = repository.Identity;
        await TextAsync("repositoryName", identity.Name);
        await TextAsync("baseURL", baseUrl);
        await TextAsync("protocolVersion", "2.0");
        await TextAsync("adminEmail", identity.AdminEmail);
        await TextAsync("earliestDatestamp", OaiDatestamp.Format(repository.EarliestDatestamp, identity.Granularity));
        await TextAsync("deletedRecord", "persistent");
        await TextAsync("granularity", OaiDatestamp.Name(identity.Granularity));
        await TextAsync("compression", "gzip");
        await TextAsync("compression", "br");
    }

    private async Task FormatsAsync(IReadOnlyList<OaiFormat> formats)
    {
        foreach (var format in formats)
        {
            await OpenAsync("metadataFormat");
            await TextAsync("metadataPrefix", format.Prefix);
            await TextAsync("schema", format.Schema);
            await TextAsync("metadataNamespace", format.Namespace);
            await CloseAsync();
        }
    }

    private async Task SetsAsync()
    {
        foreach (var set in repository.Sets)
        {
            await OpenAsync("set");
            await TextAsync("setSpec", set.Spec);
            await TextAsync("setName", set.Name);
            await CloseAsync();
        }
    }

    private async Task PageAsync(OaiPage page, Func<OaiItem, Task> write)
    {
        foreach (var item in page.Items)
        {
            await write(item);
        }

        // A list on one page has no token; the last of several pages closes with an empty one (section 3.5).
        if (page.Next is null && page.Cursor == 0)
        {
            return;
        }

        await OpenAsync("resumptionToken");
        await writer.WriteAttributeStringAsync(null, "completeListSize", null, page.Total.ToString(CultureInfo.InvariantCulture));
        await writer.WriteAttributeStringAsync(null, "cursor", null, page.Cursor.ToString(CultureInfo.InvariantCulture));
        await writer.WriteStringAsync(page.Next?.Write());
        await CloseAsync();
    }

    private async Task RecordAsync(OaiItem item, string prefix)
    {
        await OpenAsync("record");
        await HeaderAsync(item);
        if (!item.Deleted)
        {
            await OpenAsync("metadata");
            using var metadata = ReadFragment(item.Metadata[prefix]);
            metadata.MoveToContent();
            await writer.WriteNodeAsync(metadata, defattr: false);
            await CloseAsync();
        }

        await CloseAsync();
    }

    private async Task HeaderAsync(OaiItem item)
    {
        await OpenAsync("header");
        if (item.Deleted)
        {
            await writer.WriteAttributeStringAsync(null, "status", null, "deleted");
        }

        await TextAsync("identifier", item.Identifier);
        await TextAsync("datestamp", OaiDatestamp.Format(item.Datestamp, repository.Identity.Granularity));
        foreach (var set in item.Sets)
        {
            await TextAsync("setSpec", set);
        }

        await CloseAsync();
    }

    private Task TextAsync(string name, string text) => writer.WriteElementStringAsync(null, name, Oai, text);

    private Task OpenAsync(string name) => writer.WriteStartElementAsync(null, name, Oai);

    private Task CloseAsync() => writer.WriteEndElementAsync();
}
