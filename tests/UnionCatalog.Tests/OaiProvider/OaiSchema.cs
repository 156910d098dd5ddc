using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace UnionCatalog.Tests.OaiProvider;

/// <summary>The rules of OAI-PMH.xsd, written out by hand: which elements, in which order, with which attributes.</summary>
internal static partial class OaiSchema
{
    // Parent → its children as a pattern over their names, each followed by a space.
    private static readonly Dictionary<string, string> Children = new(StringComparer.Ordinal)
    {
        ["OAI-PMH"] = "responseDate request ((error )+|(Identify|ListMetadataFormats|ListSets|GetRecord|ListIdentifiers|ListRecords) )",
        ["Identify"] = "repositoryName baseURL protocolVersion (adminEmail )+earliestDatestamp deletedRecord granularity (compression )*(description )*",
        ["ListMetadataFormats"] = "(metadataFormat )+",
        ["metadataFormat"] = "metadataPrefix schema metadataNamespace ",
        ["ListSets"] = "(set )+(resumptionToken )?",
        ["set"] = "setSpec setName (setDescription )*",
        ["GetRecord"] = "record ",
        ["ListIdentifiers"] = "(header )+(resumptionToken )?",
        ["ListRecords"] = "(record )+(resumptionToken )?",
        ["record"] = "header (metadata (about )*)?",
        ["header"] = "identifier datestamp (setSpec )*",
    };

    private static readonly Dictionary<string, string[]> Attributes = new(StringComparer.Ordinal)
    {
        ["request"] = ["verb", "identifier", "metadataPrefix", "from", "until", "set", "resumptionToken"],
        ["error"] = ["code"],
        ["header"] = ["status"],
        ["resumptionToken"] = ["expirationDate", "completeListSize", "cursor"],
    };

    public static void Check(XElement element)
    {
        Assert.That(element.Name.Namespace, Is.EqualTo(ProviderHost.Oai), element.Name.LocalName);
        var name = element.Name.LocalName;
        var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace == XNamespace.None);
        Assert.That(attributes.Select(a => a.Name.LocalName), Is.SubsetOf(Attributes.GetValueOrDefault(name, [])), name);
        if (name == "metadata")
        {
            Assert.That(element.Elements().Single().Name.NamespaceName, Is.Not.Empty.And.Not.EqualTo(ProviderHost.Oai.NamespaceName));
            return;
        }

        var children = string.Concat(element.Elements().Select(child => child.Name.LocalName + " "));
        Assert.That(children, Does.Match($"^{Children.GetValueOrDefault(name, "")}$"), $"children of {name}");
        CheckText(element, name);
        foreach (var child in element.Elements())
        {
            Check(child);
        }

        if (name == "record")
        {
            var deleted = element.Element(ProviderHost.Oai + "header")!.Attribute("status")?.Value == "deleted";
            Assert.That(element.Element(ProviderHost.Oai + "metadata") is null, Is.EqualTo(deleted), "only deleted records have no metadata");
        }
    }

    private static void CheckText(XElement element, string name)
    {
        switch (name)
        {
            case "responseDate": Assert.That(element.Value, Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")); break;
            case "datestamp" or "earliestDatestamp": Assert.That(element.Value, Does.Match(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$")); break;
            case "metadataPrefix": Assert.That(element.Value, Does.Match(@"^[A-Za-z0-9\-_.!~*'()]+$")); break;
            case "setSpec": Assert.That(element.Value, Does.Match(@"^[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*$")); break;
            case "baseURL" or "schema" or "metadataNamespace" or "request": Assert.That(Uri.IsWellFormedUriString(element.Value, UriKind.Absolute), element.Value); break;
            case "error": Assert.That(element.Attribute("code")!.Value, Does.Match(ErrorCodes().ToString()), name); break;
        }
    }

    [GeneratedRegex("^(cannotDisseminateFormat|idDoesNotExist|badArgument|badVerb|noMetadataFormats|noRecordsMatch|badResumptionToken|noSetHierarchy)$")]
    private static partial Regex ErrorCodes();
}
