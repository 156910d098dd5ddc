using System.Xml.Linq;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Mods;

/// <summary>The identifiers, links and the cover of a MODS record.</summary>
internal sealed class ModsIdentifiers
{
    private readonly List<StandardIdentifier> standard = [];
    private readonly List<ControlNumber> controlNumbers = [];
    private readonly List<RecordLink> links = [];

    public IReadOnlyList<StandardIdentifier> Standard => standard;

    public IReadOnlyList<ControlNumber> ControlNumbers => controlNumbers;

    public IReadOnlyList<RecordLink> Links => links;

    public Uri? Cover { get; private set; }

    public static ModsIdentifiers Read(XElement mods)
    {
        // SLiMS gives the cover as a file name, which leads nowhere, unless it was set to give addresses.
        var result = new ModsIdentifiers { Cover = WebAddress.FindCover(mods.Texts("image")) };
        foreach (var info in mods.Named("recordInfo").SelectMany(info => info.Named("recordIdentifier")))
        {
            result.AddControlNumber(info.Text(), info.Value("source"));
        }

        foreach (var identifier in mods.Named("identifier"))
        {
            if (identifier.Text() is { } text)
            {
                result.AddIdentifier(text, identifier.Value("type")?.ToLowerInvariant(), isInvalid: identifier.Value("invalid") == "yes");
            }
        }

        foreach (var url in mods.Named("location").SelectMany(location => location.Named("url")))
        {
            result.AddUrl(url);
        }

        return result;
    }

    private void AddIdentifier(string text, string? type, bool isInvalid)
    {
        switch (type)
        {
            case "lccn":
                AddControlNumber(text, "DLC");
                return;
            case "oclc":
                AddControlNumber(text, "OCoLC");
                return;
        }

        var found = type switch
        {
            "isbn" => UntypedIdentifier.ReadIsbnOrIssn(text),
            "issn" or "issn-l" => IdentifierParser.ReadIssns(text),
            "ismn" => [.. IdentifierParser.ReadIsbns(text).Select(i => i with { Kind = IdentifierKind.Ismn, IsValid = i.IsValid && i.Kind == IdentifierKind.Ismn })],
            _ => UntypedIdentifier.Read(text),
        };
        if (WebAddress.Find(text) is { } address)
        {
            links.Add(WebAddress.ToLink(address));
        }
        else if (found.Count == 0)
        {
            found = [new StandardIdentifier(IdentifierKind.Other, text, text, IsValid: true)];
        }

        standard.AddRange(found.Select(i => isInvalid ? i with { Value = i.Raw, IsValid = false } : i).Except(standard));
    }

    private void AddUrl(XElement url)
    {
        if (WebAddress.Find(url.Text()) is not { } address)
        {
            return;
        }

        var link = WebAddress.ToLink(address, url.Value("displayLabel"));
        if (url.Value("access") == "preview" || (WebAddress.IsPicture(address) && url.Value("access") is null))
        {
            Cover ??= address;
            return;
        }

        links.Add(url.Value("access") switch
        {
            "object in context" => link with { Kind = RecordLinkKind.CatalogPage },
            "raw object" => link with { Kind = RecordLinkKind.FullText },
            _ => link,
        });
    }

    private void AddControlNumber(string? number, string? agency)
    {
        if (number is not null)
        {
            controlNumbers.Add(new ControlNumber(number, agency));
        }
    }
}
