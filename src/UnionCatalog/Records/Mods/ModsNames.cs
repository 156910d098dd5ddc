using System.Xml.Linq;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Mods;

/// <summary>Reads the names of a MODS record, the main one first.</summary>
internal static class ModsNames
{
    /// <summary>Reads every name of the record itself that is not empty.</summary>
    public static IReadOnlyList<Contributor> Read(XElement mods)
    {
        var names = mods.Named("name").Select(e => (Element: e, Contributor: ReadName(e))).Where(n => n.Contributor.Name.Length > 0).ToList();
        if (names.Count == 0)
        {
            return [];
        }

        var main = Math.Max(0, names.FindIndex(n => n.Element.Value("usage") == "primary" || Roles(n.Element).Contains("Primary Author")));
        var first = names[main].Contributor with { IsMain = true };
        names.RemoveAt(main);
        return [first, .. names.Select(n => n.Contributor)];
    }

    private static Contributor ReadName(XElement name)
    {
        var parts = name.Named("namePart").ToLookup(part => part.Value("type"), RecordXml.Text);
        var words = parts["family"].Append(string.Join(" ", parts["given"])).Append(string.Join(" ", parts[null])).Concat(parts["termsOfAddress"]);
        var text = string.Join(", ", words.Where(word => !string.IsNullOrEmpty(word)).Select(word => word!.TrimEnd(',', ' ')));
        var roles = Roles(name);
        var role = roles.Select(RelatorTerms.Find).FirstOrDefault(known => known is not null) ?? roles.FirstOrDefault()?.ToLowerInvariant();
        var contributor = NameText.Read(text, role);
        return contributor with { Kind = Kind(name.Value("type")), Dates = parts["date"].FirstOrDefault() ?? contributor.Dates };
    }

    /// <summary>The roles as words before those as codes.</summary>
    private static List<string> Roles(XElement name) =>
        [.. name.Named("role").SelectMany(role => role.Named("roleTerm")).OrderBy(term => term.Value("type") == "code").Select(RecordXml.Text).OfType<string>()];

    /// <summary>MODS says "corporate"; SLiMS says "Personal Name", "Organizational Body" and "Conference".</summary>
    private static ContributorKind Kind(string? type) => type?.ToLowerInvariant() switch
    {
        "corporate" or "organizational body" => ContributorKind.Corporate,
        "conference" => ContributorKind.Meeting,
        _ => ContributorKind.Person,
    };
}
