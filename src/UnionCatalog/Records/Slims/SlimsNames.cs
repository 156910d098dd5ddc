using System.Text.Json;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Slims;

/// <summary>Reads the authors of a biblio: name, level (which says the role) and type (which says the kind).</summary>
internal static class SlimsNames
{
    /// <summary>SLiMS's levels of authorship, from 1, as it comes configured; a library may name more.</summary>
    private static readonly string[] Roles =
        ["author", "author", "editor", "translator", "director", "producer", "composer", "illustrator", "creator", "contributor"];

    /// <summary>Every author that has a name, the first of level 1 (else the first) as the main one.</summary>
    public static IReadOnlyList<Contributor> Read(JsonElement biblio)
    {
        var authors = biblio.List("authors").Select(author => (Level: Level(author), Contributor: ReadName(author))).Where(author => author.Contributor is not null).ToList();
        if (authors.Count == 0)
        {
            return [];
        }

        var main = authors[Math.Max(0, authors.FindIndex(author => author.Level == 1))];
        authors.Remove(main);
        return [main.Contributor! with { IsMain = true }, .. authors.Select(author => author.Contributor!)];
    }

    private static Contributor? ReadName(JsonElement author) => author.Text("name") is { } name
        ? NameText.Read(name, Roles.ElementAtOrDefault(Level(author) - 1)) with { Kind = Kind(author.Text("type")) }
        : null;

    private static int Level(JsonElement author) => int.TryParse(author.Text("level"), out var level) ? level : 0;

    /// <summary>Personal name, organizational body, conference.</summary>
    private static ContributorKind Kind(string? type) => type switch
    {
        "o" => ContributorKind.Corporate,
        "c" => ContributorKind.Meeting,
        _ => ContributorKind.Person,
    };
}
