using System.Text;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;
using UnionCatalog.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace UnionCatalog.Tests.Pages;

/// <summary>
/// A catalogue whose members put markup, scripts, turns of direction and control characters into every field of their
/// records, in each format, and into their own names. It goes through the store, the clusters and the index for real.
/// </summary>
internal static class HostileCatalog
{
    /// <summary>Marks what came from data; no page has an attribute or a class of this name.</summary>
    public const string Mark = "xevil";

    private static readonly Lazy<Task<RunningService>> Started = new(StartAsync);

    public static readonly IReadOnlyList<string> Attacks =
    [
        "<script>xevil(1)</script>",
        "\"><img src=x onerror=xevil(1) xevil>",
        "'><svg/onload=xevil(1)><a xevil href='javascript:xevil(1)'>",
        "</title><h1 xevil id=xevil>",
        "--><iframe xevil src=//evil.example></iframe><!--",
        "]]></textarea></style></bdi></main></body><base xevil href=//evil.example>",
        "javascript:xevil(1)",
        "data:text/html,<script>xevil(1)</script>",
        "\u202Elive\u202D \u2066\u2067 xevil",
        "nul\0l\u0001 \u001b[31m xevil \u2028\u2029",
        "{{7*7}} @(7*7) ${7*7} <%=7*7%> #{7*7} xevil {0} {0:N0} {",
        "&lt;script&gt;xevil(1)&lt;/script&gt; &#60;b xevil&#62; &amp;quot;",
        "\" autofocus onfocus=xevil(1) xevil=\"",
        "` onmouseover=xevil(1) x=` xevil",
        "\r\nSet-Cookie: xevil=1\r\n\r\n<script>xevil(1)</script>",
        "xevil" + new string('W', 3_000),
    ];

    public static Task<RunningService> Service => Started.Value;

    public static async Task EndAsync()
    {
        if (Started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await Service).DisposeAsync();
        }
    }

    private static async Task<RunningService> StartAsync()
    {
        var formats = new[] { (MetadataFormat.MarcXml, (Func<string, int, string>)Marc), (MetadataFormat.OaiDc, DublinCore), (MetadataFormat.Mods, Mods) };
        var members = new MemberDirectory(formats.SelectMany(format => new[] { Member(format.Item1, 1), Member(format.Item1, 2) }));
        var service = await RunningService.StartAsync(members);
        foreach (var (format, write) in formats)
        {
            await AppendAsync(service, Member(format, 1).Id, format, [.. Attacks.Select(write)]);
            await AppendAsync(service, Member(format, 2).Id, format, [.. Attacks.Take(3).Select(write)]);
        }

        await service.Services.GetRequiredService<CatalogUpdater>().CatchUpAsync(null, null, default);
        return service;
    }

    private static Member Member(MetadataFormat format, int number)
    {
        var attack = Attacks[((int)format * 2) + number];
        return new Member
        {
            Id = new SourceId($"evil-{format}-{number}".ToLowerInvariant()),
            Name = "Perpustakaan " + attack,
            Place = "Kecamatan " + attack,
            Regency = "Kabupaten " + attack,
            Province = attack,
            Visit = new VisitorInformation { Address = attack, Phone = attack, Email = attack, OpeningHours = attack, LendingPolicy = attack },
            Kind = LibraryKind.Other,
            Website = new Uri("https://evil.example/?\"><script>xevil(1)</script>"),
            RecordLink = number == 1 ? null : "javascript:xevil('{identifier}')",
            Source = new OaiPmhSource { BaseUrl = new Uri("http://127.0.0.1:1/oai") },
            Holdings = new HoldingsMapping { ItemTag = "952", Branch = "a", ShelfLocation = "c", CallNumber = "o", Barcode = "p", Note = "z", Status = "7", CallNumberInIdentifier = true, BarcodesInHasPart = true },
        };
    }

    private static async Task AppendAsync(RunningService service, SourceId source, MetadataFormat format, string[] records)
    {
        var harvests = service.Data.Store.Harvests;
        var run = await harvests.BeginRunAsync(source, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "any", Started = DateTimeOffset.UtcNow }, default);
        await harvests.AppendPageAsync(
            new HarvestPage
            {
                RunId = run.Id,
                Next = new ListPosition(0, null),
                Records = [.. records.Select((record, index) => new HarvestedRecord.Live(
                    new RecordKey(source, $"oai:\"><script>xevil({index})</script>"), null, format, Encoding.UTF8.GetBytes(record)))],
            },
            default);
        await harvests.EndRunAsync(run.Id, new RunEnd { Ended = DateTimeOffset.UtcNow, Failure = "<script>xevil(1)</script>" }, default);
    }

    private static string Marc(string attack, int number)
    {
        var text = Xml(attack);
        string Field(string tag, string codes) =>
            $"<datafield tag=\"{tag}\" ind1=\"1\" ind2=\" \">{string.Concat(codes.Select(code => $"<subfield code=\"{code}\">{text}</subfield>"))}</datafield>";
        return $"""
            <record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
            <controlfield tag="001">{text}</controlfield><controlfield tag="008">260101s2003    io            000 0 ind d</controlfield>
            {Field("020", "aqz")}{Field("022", "a")}{Field("024", "a2")}{Field("035", "a")}{Field("041", "a")}{Field("080", "a")}{Field("082", "a")}{Field("084", "a2")}{Field("090", "ab")}
            {Field("100", "abcde4")}{Field("110", "abe")}
            <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Buku {number} {text}</subfield><subfield code="b">{text}</subfield><subfield code="n">{text}</subfield><subfield code="p">{text}</subfield><subfield code="c">{text}</subfield><subfield code="h">{text}</subfield></datafield>
            {Field("246", "a")}{Field("250", "ab")}{Field("260", "abc")}{Field("264", "abc")}{Field("300", "abc")}{Field("338", "a")}{Field("440", "av")}{Field("490", "avx")}
            {Field("500", "a")}{Field("505", "a")}{Field("520", "a")}{Field("521", "a")}{Field("600", "ax")}{Field("650", "axyz2")}{Field("653", "a")}{Field("700", "ade")}{Field("830", "av")}
            {Field("852", "abchijz")}{Field("856", "uyz3")}{Field("866", "az")}{Field("880", "6ab")}{Field("952", "acopz78")}
            <datafield tag="856" ind1="4" ind2="0"><subfield code="u">https://evil.example/{number}?a="&gt;&lt;script&gt;</subfield><subfield code="y">{text}</subfield></datafield>
            <datafield tag="880" ind1="1" ind2="0"><subfield code="6">245-01</subfield><subfield code="a">{text}</subfield></datafield>
            </record>
            """;
    }

    private static string DublinCore(string attack, int number)
    {
        var text = Xml(attack);
        string[] names = ["creator", "subject", "description", "publisher", "contributor", "date", "type", "format", "identifier", "source", "language", "relation", "coverage", "rights", "hasPart"];
        return "<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + $"<dc:title>Naskah {number} {text}</dc:title>{string.Concat(names.Select(name => $"<dc:{name}>{text}</dc:{name}>"))}</oai_dc:dc>";
    }

    private static string Mods(string attack, int number)
    {
        var text = Xml(attack);
        return $"""
            <mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>Kitab {number} {text}</title><subTitle>{text}</subTitle><partNumber>{text}</partNumber><partName>{text}</partName></titleInfo>
            <name type="personal"><namePart>{text}</namePart><role><roleTerm type="text">{text}</roleTerm></role></name><typeOfResource>{text}</typeOfResource><genre>{text}</genre>
            <originInfo><place><placeTerm type="text">{text}</placeTerm></place><publisher>{text}</publisher><dateIssued>{text}</dateIssued><edition>{text}</edition></originInfo>
            <language><languageTerm type="text">{text}</languageTerm></language><physicalDescription><form>{text}</form><extent>{text}</extent></physicalDescription>
            <abstract>{text}</abstract><tableOfContents>{text}</tableOfContents><targetAudience>{text}</targetAudience><note>{text}</note><note type="statement of responsibility">{text}</note>
            <subject><topic>{text}</topic></subject><classification authority="{text}">{text}</classification><identifier type="isbn">{text}</identifier><identifier type="uri">{text}</identifier>
            <relatedItem type="series"><titleInfo><title>{text}</title></titleInfo></relatedItem>
            <location><physicalLocation>{text}</physicalLocation><shelfLocator>{text}</shelfLocator><url displayLabel="{text}">{text}</url><holdingSimple><copyInformation><subLocation>{text}</subLocation><shelfLocator>{text}</shelfLocator><numerationAndChronology type="1">{text}</numerationAndChronology><note>{text}</note></copyInformation></holdingSimple></location>
            <recordInfo><recordIdentifier>{text}</recordIdentifier></recordInfo></mods>
            """;
    }

    /// <summary>As a careless system writes it: escaped, and control characters as references that XML forbids.</summary>
    private static string Xml(string text) => string.Concat(text.Select(letter =>
        letter is '<' or '>' or '&' or '"' or '\'' || char.IsControl(letter) ? $"&#{(int)letter};" : letter.ToString()));
}
