using System.Security;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>Replies and members made for tests.</summary>
internal static class Pages
{
    public const string Dublin = """<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Laskar Pelangi</dc:title></oai_dc:dc>""";

    public static string Wrap(string inside, string responseDate = "2026-11-20T17:00:00Z") =>
        $"""<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>{responseDate}</responseDate><request>http://localhost/oai</request>{inside}</OAI-PMH>""";

    public static Reply Identify(string granularity = "YYYY-MM-DDThh:mm:ssZ") => new(Wrap(
        $"<Identify><repositoryName>SMA Contoh</repositoryName><granularity>{granularity}</granularity><deletedRecord>persistent</deletedRecord></Identify>"));

    public static Reply Formats(params string[] prefixes) => new(Wrap("<ListMetadataFormats>" + string.Concat(prefixes.Select(prefix =>
        $"<metadataFormat><metadataPrefix>{prefix}</metadataPrefix></metadataFormat>")) + "</ListMetadataFormats>"));

    public static Reply Sets(params string[] specs) => new(Wrap("<ListSets>" + string.Concat(specs.Select(spec =>
        $"<set><setSpec>{spec}</setSpec><setName>{spec}</setName></set>")) + "</ListSets>"));

    public static Reply Error(string code, string message = "no") => new(Wrap($"""<error code="{code}">{message}</error>"""));

    /// <summary>A page of plain records; the token is left out where null and empty where "".</summary>
    public static Reply List(IEnumerable<int> numbers, string? token = null, int? size = null) =>
        List(string.Concat(numbers.Select(number => Record($"oai:x:{number}"))), token, size);

    public static Reply List(string records, string? token = null, int? size = null)
    {
        var list = size is null ? "" : $" completeListSize=\"{size}\"";
        var end = token is null ? "" : $"<resumptionToken{list}>{SecurityElement.Escape(token)}</resumptionToken>";
        return new(Wrap($"<ListRecords>{records}{end}</ListRecords>"));
    }

    public static string Record(string identifier, string metadata = Dublin, string datestamp = "2026-01-02T03:04:05Z") =>
        $"<record><header><identifier>{identifier}</identifier><datestamp>{datestamp}</datestamp></header><metadata>{metadata}</metadata></record>";

    public static string Deleted(string identifier) =>
        $"""<record><header status="deleted"><identifier>{identifier}</identifier><datestamp>2026-01-02T03:04:05Z</datestamp></header></record>""";

    /// <summary>A member whose requests may take longer than <see cref="FakeTime"/> lets pass.</summary>
    public static Member Member(Uri address, string id = "sma-contoh", string? prefix = "oai_dc", params string[] sets) => new()
    {
        Id = new SourceId(id),
        Name = "SMA Contoh",
        Kind = LibraryKind.SeniorHighSchool,
        Place = "Sewon",
        Source = new OaiPmhSource { BaseUrl = address, MetadataPrefix = prefix, Sets = sets, RequestTimeout = TimeSpan.FromHours(2) },
    };
}
