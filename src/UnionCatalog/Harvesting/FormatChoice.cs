using System.Xml;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Records;

namespace UnionCatalog.Harvesting;

/// <summary>Which of a member's formats is asked for, and which format a record has in fact come in.</summary>
internal static class FormatChoice
{
    private static readonly (string[] Namespaces, string[] Schemas, string[] Prefixes)[] Preferred =
    [
        (["http://www.loc.gov/MARC21/slim"], ["MARC21slim"], ["marcxml", "marc21", "marc", "oai_marc21", "marc21xml", "marc_xml", "usmarc"]),
        (["http://www.loc.gov/mods"], ["/mods"], ["mods", "mods3", "oai_mods"]),
        (["http://www.openarchives.org/OAI/2.0/oai_dc"], ["oai_dc.xsd"], ["oai_dc"]),
    ];

    /// <summary>
    /// The prefix of the richest format: MARC, then MODS, then Dublin Core. A provider that lists nothing is asked for
    /// oai_dc, which every provider must have (OAI-PMH 2.0, section 2.5).
    /// </summary>
    /// <exception cref="MemberFault">It has formats, but none that is read here.</exception>
    public static string Choose(IReadOnlyList<OaiFormat> offered)
    {
        if (offered.Count == 0)
        {
            return "oai_dc";
        }

        foreach (var (namespaces, schemas, prefixes) in Preferred)
        {
            var fitting = offered.Where(format =>
                prefixes.Contains(format.Prefix, StringComparer.OrdinalIgnoreCase)
                || namespaces.Any(name => format.Namespace.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                || schemas.Any(name => format.Schema.Contains(name, StringComparison.OrdinalIgnoreCase)));
            if (fitting.MinBy(format => Rank(prefixes, format.Prefix)) is { } best)
            {
                return best.Prefix;
            }
        }

        throw Faults.NoFormat(offered.Select(format => format.Prefix));
    }

    /// <summary>The format of a record, by its root element rather than by what was promised; null for an unknown one.</summary>
    public static MetadataFormat? Of(XmlQualifiedName root) => (root.Namespace, root.Name) switch
    {
        var (name, _) when name.StartsWith("http://www.loc.gov/mods", StringComparison.Ordinal) => MetadataFormat.Mods,
        ("http://www.loc.gov/MARC21/slim", _) or (_, "record" or "collection") => MetadataFormat.MarcXml,
        (_, "mods" or "modsCollection") => MetadataFormat.Mods,
        (_, "dc") => MetadataFormat.OaiDc,
        _ => null,
    };

    private static int Rank(string[] prefixes, string prefix)
    {
        var rank = Array.FindIndex(prefixes, name => name.Equals(prefix, StringComparison.OrdinalIgnoreCase));
        return rank < 0 ? int.MaxValue : rank;
    }
}
