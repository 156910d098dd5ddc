using System.Text;
using System.Text.Json;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;
using UnionCatalog.Records.Rows;
using UnionCatalog.Tests.Records.Marc;

namespace UnionCatalog.Tests.Hostile;

/// <summary>Records of every format of which every field that can hold a text holds the same attack.</summary>
internal static class HostileRecords
{
    /// <summary>What the formats hold in places where a text stands: MARC's fields with their subfields.</summary>
    private static readonly string[] MarcFields =
    [
        "020 ## aqz", "022 ## a", "024 7# a2", "035 ## a", "041 ## a", "080 ## a", "082 04 a", "084 ## a2", "090 ## ab", "100 1# abcde4", "110 2# abe", "130 0# a", "240 10 a",
        "246 31 a", "250 ## ab", "260 ## abc", "264 #1 abc", "300 ## abc", "338 ## a", "440 #0 av", "490 1# avx", "500 ## a", "505 0# a", "520 ## a", "521 ## a", "600 10 ax",
        "650 #7 axyz2", "653 ## a", "700 1# ade", "710 2# ae", "711 2# ade", "765 0# at", "830 #0 av", "852 ## abchijz", "856 42 uyz3", "866 41 az", "952 ## acopz78",
    ];

    private static readonly string[] DublinCoreElements =
    [
        "creator", "subject", "description", "publisher", "contributor", "date", "type", "format", "identifier", "source", "language", "relation", "coverage", "rights", "hasPart", "audience", "isPartOf",
    ];

    /// <summary>A record's bytes in a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="attack">What stands in every field; in the title, after what it is found by.</param>
    /// <param name="number">Which record it is.</param>
    public static byte[] Of(MetadataFormat format, string attack, int number) => format switch
    {
        MetadataFormat.MarcXml => Encoding.UTF8.GetBytes(MarcXml(attack, number)),
        MetadataFormat.Iso2709 => MarcSamples.ToIso2709(Marc(string.Concat(attack.Where(letter => letter is not ('\u001D' or '\u001E' or '\u001F'))), "Pustaka", number)),
        MetadataFormat.OaiDc => Encoding.UTF8.GetBytes(DublinCore(attack, number)),
        MetadataFormat.Mods => Encoding.UTF8.GetBytes(Mods(attack, number)),
        MetadataFormat.Row => Row(attack, number),
        _ => Slims(attack, number),
    };

    /// <summary>What every field but the title is, and three that only a real value is read from.</summary>
    private static MarcRecord Marc(string attack, string kind, int number)
    {
        var fields = MarcFields.Select(field => new MarcDataField(
            field[..3], field[4].ToString().Replace('#', ' ')[0], field[5].ToString().Replace('#', ' ')[0], [.. field[7..].Select(code => new MarcSubfield(code, attack))]));
        var title = new MarcDataField("245", '1', '0', [new MarcSubfield('6', "880-01"), new MarcSubfield('a', $"{kind} {number} {attack}"), .. "bnpch".Select(code => new MarcSubfield(code, $"{code}{code} {attack}"))]);
        MarcDataField[] linked = [new("700", '1', ' ', [new('6', "880-02"), new('a', $"Penulis {attack}")]), Linked("245-01"), Linked("700-02")];
        MarcDataField[] real =
        [
            new("856", '4', '0', [new('u', $"https://evil.example/{number}?a=\"><script>"), new('y', attack)]), new("856", '4', '2', [new('u', $"https://evil.example/{number}.jpg?\"><script>"), new('3', "cover image")]),
            new("020", ' ', ' ', [new('a', "9786022916628"), new('q', attack)]),
        ];
        return new("00000nam a2200000 a 4500", [new("001", attack), new("003", attack), new("008", "260101s2003    io            000 0 ind d")], [title, .. fields, .. linked, .. real.Take(kind == "Buku" && number % 4 == 0 ? 3 : 2)]);

        MarcDataField Linked(string to) => new("880", '1', '0', [new('6', to), new('a', attack)]);
    }

    private static string MarcXml(string attack, int number)
    {
        var record = Marc(attack, "Buku", number);
        return $"<record xmlns=\"http://www.loc.gov/MARC21/slim\"><leader>{record.Leader}</leader>"
            + string.Concat(record.ControlFields.Select(field => $"<controlfield tag=\"{field.Tag}\">{Xml(field.Value)}</controlfield>"))
            + string.Concat(record.DataFields.Select(field => $"<datafield tag=\"{field.Tag}\" ind1=\"{field.Indicator1}\" ind2=\"{field.Indicator2}\">"
                + string.Concat(field.Subfields.Select(subfield => $"<subfield code=\"{subfield.Code}\">{Xml(subfield.Value)}</subfield>")) + "</datafield>"))
            + "</record>";
    }

    private static string DublinCore(string attack, int number)
    {
        var text = Xml(attack);
        return "<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + $"<dc:title>Naskah {number} {text}</dc:title>{string.Concat(DublinCoreElements.Select(name => $"<dc:{name}>{text}</dc:{name}>"))}"
            + $"<dc:identifier>https://evil.example/{number}?\"&gt;&lt;script&gt;</dc:identifier></oai_dc:dc>";
    }

    private static string Mods(string attack, int number)
    {
        var text = Xml(attack);
        return $"""
            <mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>Kitab {number} {text}</title><subTitle>bb {text}</subTitle><partNumber>nn {text}</partNumber><partName>pp {text}</partName></titleInfo>
            <titleInfo type="uniform"><title>{text}</title></titleInfo><titleInfo type="translated"><title>{text}</title></titleInfo><titleInfo type="alternative"><title>{text}</title></titleInfo>
            <name type="personal"><namePart>{text}</namePart><namePart type="date">{text}</namePart><role><roleTerm type="text">{text}</roleTerm></role></name><name type="corporate"><namePart>{text}</namePart></name>
            <typeOfResource>{text}</typeOfResource><genre>{text}</genre>
            <originInfo><place><placeTerm type="text">{text}</placeTerm></place><publisher>{text}</publisher><dateIssued>{text}</dateIssued><edition>{text}</edition></originInfo>
            <language><languageTerm type="text">{text}</languageTerm></language><physicalDescription><form>{text}</form><extent>{text}</extent></physicalDescription>
            <abstract>{text}</abstract><tableOfContents>{text}</tableOfContents><targetAudience>{text}</targetAudience><note>{text}</note><note type="statement of responsibility">{text}</note>
            <subject authority="{text}"><topic>{text}</topic><geographic>{text}</geographic></subject><classification authority="{text}">{text}</classification><identifier type="isbn">{text}</identifier><identifier type="uri">{text}</identifier><identifier type="doi">{text}</identifier>
            <relatedItem type="series"><titleInfo><title>{text}</title><partNumber>{text}</partNumber></titleInfo></relatedItem><relatedItem type="original"><titleInfo><title>{text}</title></titleInfo></relatedItem>
            <location><physicalLocation>{text}</physicalLocation><shelfLocator>{text}</shelfLocator><url displayLabel="{text}">{text}</url><url displayLabel="{text}">https://evil.example/{number}</url><holdingSimple><copyInformation><subLocation>{text}</subLocation><shelfLocator>{text}</shelfLocator><numerationAndChronology type="1">{text}</numerationAndChronology><note>{text}</note></copyInformation></holdingSimple></location>
            <recordInfo><recordIdentifier source="{text}">{text}</recordIdentifier></recordInfo></mods>
            """;
    }

    private static byte[] Row(string attack, int number)
    {
        var cells = Enum.GetValues<RowField>().ToDictionary(field => field, field => field == RowField.Title ? $"Daftar {number} {attack}" : attack);
        var ofItem = cells.Where(cell => cell.Key.IsOfItem()).ToDictionary();
        return new RowDocument
        {
            Fields = cells.Where(cell => !cell.Key.IsOfItem()).ToDictionary(),
            Items = [new RowItem(ofItem, [KeyValuePair.Create(attack, attack)]), new RowItem(ofItem, [])],
        }.ToBytes();
    }

    private static byte[] Slims(string attack, int number)
    {
        string[] names = ["biblio_id", "spec_detail_info", "gmd_code", "gmd_name", "edition", "isbn_issn", "publisher_name", "publish_year", "collation", "series_title", "call_number", "image", "language_id", "language_name", "place_name", "classification", "notes", "frequency"];
        var biblio = names.ToDictionary(name => name, object (_) => attack);
        biblio["title"] = $"Unggahan {number} {attack}";
        biblio["authors"] = new[] { "p", "o", "c", attack }.Select(type => new { name = attack, level = type == "p" ? "1" : attack, type, auth_list = attack });
        biblio["subjects"] = new[] { new { name = attack, level = attack, type = attack, auth_list = attack } };
        return JsonSerializer.SerializeToUtf8Bytes(biblio);
    }

    /// <summary>As a careless system writes it: escaped, and control characters as references that XML forbids.</summary>
    private static string Xml(string text) => string.Concat(text.Select(letter =>
        letter is '<' or '>' or '&' or '"' or '\'' || char.IsControl(letter) ? $"&#{(int)letter};" : letter.ToString()));
}
