using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>Joins the persons and bodies of all records, one written in several ways once, with the roles that any record gives.</summary>
internal static class ContributorChoice
{
    private const string AuthorRole = "author";

    public static List<Contributor> Draw(CardDrawing drawing)
    {
        var names = drawing.Gather(
            record => record.Contributors.Select((contributor, place) => (Contributor: contributor, Place: place)),
            offer => offer.Contributor.Name,
            offer => CardFolding.NameKey(offer.Contributor.Name));
        var persons = PersonJoining.Join([.. names.All.Select(name => new NameForm(name))]);
        var main = persons.Where(person => person.MainVotes > 0).OrderByDescending(person => person.MainVotes).ThenBy(person => person.First).FirstOrDefault();
        var ordered = persons
            .OrderByDescending(person => person == main)
            .ThenBy(person => person.Place)
            .ThenByDescending(person => person.Libraries)
            .ThenBy(person => person.First)
            .Take(CardLimits.Values)
            .ToList();
        drawing.NoteEach(CardField.Contributors, ordered.ConvertAll(person => (IReadOnlyList<int>)person.Sources()));
        return ordered.ConvertAll(person => Write(person, person == main));
    }

    private static Contributor Write(Person person, bool isMain)
    {
        var name = CardLimits.Cut(person.BestName(), CardLimits.Line);
        return new Contributor(name, Kind(person, name))
        {
            Role = Roles(person, isMain),
            IsMain = isMain,
            Dates = person.Offers.Select(offer => offer.Dates).OfType<string>().CountBy(dates => dates)
                .OrderByDescending(pair => pair.Key.Count(char.IsAsciiDigit)).ThenByDescending(pair => pair.Value).FirstOrDefault().Key,
            OriginalScript = person.Offers.Select(offer => offer.OriginalScript).OfType<string>().CountBy(script => script)
                .OrderByDescending(pair => pair.Value).FirstOrDefault().Key,
        };
    }

    /// <summary>Dublin Core calls everybody a person; who says that it is a body knows better, unless the name is inverted.</summary>
    private static ContributorKind Kind(Person person, string name) => name.Contains(", ", StringComparison.Ordinal)
        ? person.Offers.CountBy(offer => offer.Kind).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key
        : person.Offers.Select(offer => offer.Kind).Where(kind => kind != ContributorKind.Person).CountBy(kind => kind)
            .OrderByDescending(pair => pair.Value).FirstOrDefault().Key;

    /// <summary>
    /// Every role once, the most frequent first. Dublin Core calls every creator an author, so that says nothing of whom another
    /// record names as translator or illustrator, and not as the main author.
    /// </summary>
    private static string? Roles(Person person, bool isMain)
    {
        var roles = person.Offers.Select(offer => offer.Role).OfType<string>().CountBy(role => role)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).ToList();
        if (roles.Count > 1 && !isMain)
        {
            roles.Remove(AuthorRole);
        }

        return roles.Count == 0 ? null : CardLimits.Cut(string.Join(Contributor.RoleSeparator, roles), CardLimits.Line);
    }
}
