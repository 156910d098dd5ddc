using UnionCatalog.Exporting;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;

namespace UnionCatalog.Tests.Exporting;

/// <summary>An edition of which every text is the same attack, its libraries' names as well.</summary>
internal static class HostileEdition
{
    public static readonly IReadOnlyDictionary<string, string> Attacks = new Dictionary<string, string>
    {
        ["control characters"] = "a\0b\u0001c\u001Dd\u001Ee\u001Ff\u007Fg\u0085h",
        ["half characters"] = "a\uD800b\uDC00c\uDBFF",
        ["no characters"] = "a\uFFFEb\uFFFFc\uFDD0\U0001FFFFd",
        ["turns of direction"] = "a\u202Eb\u2066c\u200Fd",
        ["a hundred thousand letters"] = new string('x', 100_000),
        ["a hundred thousand of four bytes"] = string.Concat(Enumerable.Repeat("𐌀", 50_000)),
        ["the end of a CDATA section"] = "]]>",
        ["markup"] = "</subfield></record><record xmlns=\"evil\"><script>alert(1)</script>&lt;&amp;&#0;",
        ["the end of a script"] = "</script><script>alert(1)</script><!--<script>",
        ["braces that open"] = "{{{ \\{ {",
        ["braces that close"] = "}\n}\n@misc{evil,\n  title = {x}",
        ["the signs of TeX"] = "100% of $5 & #1_2 ~ ^ \\ \\input{/etc/passwd} \"",
        ["and"] = "Simon and Garfunkel and others, and more",
        ["a line of RIS"] = "a\r\nER  - \r\nTY  - JOUR\r\nTI  - evil\n\u2028TI  - evil",
        ["a field of MARC"] = "\u001e\u001d00000nam a2200000   4500",
        ["JSON"] = "\",\"evil\":\"\\u0000\\",
        ["an address"] = "javascript:alert(1)",
        ["white space"] = " \t\r\n\u00A0 ",
        ["nothing"] = "",
        ["dashes"] = " -- -- : ; / = + ",
    };

    public static ExportedEdition Of(string attack)
    {
        var members = new MemberDirectory([new Member
        {
            Id = new SourceId("evil"), Name = attack, Place = attack, Kind = LibraryKind.Other, Source = new OaiPmhSource { BaseUrl = new Uri("http://localhost/oai") },
        }]);
        var holding = new Holding { Branch = attack, ShelfLocation = attack, CallNumber = attack, Barcode = attack, Note = attack, Statements = [attack, attack] };
        var entry = new CatalogEntry
        {
            Id = "a1b2c3d4e5f6", Description = Description(attack), Libraries = [new LibraryHoldings(new SourceId("evil"), attack, "https://opac.example.org/", [holding, holding])],
        };
        return ExportedEdition.Of(entry, members, FactRecord.Origin);
    }

    private static BibRecord Description(string attack) => new()
    {
        ControlNumbers = [new ControlNumber(attack, attack)],
        Identifiers = [.. Enum.GetValues<IdentifierKind>().SelectMany(kind => new[] { true, false }.Select(valid => new StandardIdentifier(kind, attack, attack, valid, attack)))],
        Title = new Title(attack) { Remainder = attack, PartNumber = attack, PartName = attack, Parallel = attack, OriginalScript = attack, NonFiling = 9 },
        WorkTitles = [.. Enum.GetValues<WorkTitleKind>().Select(kind => new WorkTitle(attack, kind))],
        Responsibility = attack,
        Contributors =
        [
            new Contributor(attack, ContributorKind.Person) { IsMain = true, Dates = attack, OriginalScript = attack },
            .. Enum.GetValues<ContributorKind>().SelectMany(kind => new[] { "author", "editor", "translator", attack }.Select(role => new Contributor(attack, kind) { Role = role, OriginalScript = attack })),
            new Contributor($"{attack}, {attack}, {attack}", ContributorKind.Person) { Role = "author" },
        ],
        Edition = attack,
        Publications = [new Publication(attack, attack, attack), new Publication(null, attack, null)],
        Year = 1,
        Extent = new Extent(attack, 12),
        Series = [new SeriesStatement(attack, attack) { Issn = attack }],
        Subjects = [new Subject(attack, attack), new Subject($"{attack} -- {attack}", null)],
        Classifications = [.. Enum.GetValues<ClassificationScheme>().Select(scheme => new Classification(scheme, attack))],
        Languages = [attack, "ind", "ara"],
        Format = ResourceFormat.Book,
        Carrier = attack,
        Audience = attack,
        Notes = [attack, attack],
        Summary = attack,
        Contents = attack,
        Links = [new RecordLink(new Uri("https://example.org/?a=%22%3E%3Cscript%3E"), attack, RecordLinkKind.FullText)],
        Cover = new Uri("https://example.org/cover.jpg"),
    };
}
