using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>Joins the persons and bodies of all records, one written in several ways once, with the roles that any record gives.</summary>
internal static class ContributorChoice
{
    private const string AuthorRole = "author";

    public static List<Contributor> Draw(CardDrawing drawing)
    {
        var names = Gather(drawing).All;
        if (names.Count == 0)
        {
            return [];
        }

        var persons = PersonJoining.Join(names);
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

    private static Candidates<NamedPlace> Gather(CardDrawing drawing)
    {
        var names = new Candidates<NamedPlace>();
        var (last, lastKey) = ("", "");
        for (var record = 0; record < drawing.Records.Length; record++)
        {
            var contributors = drawing.Records[record].Contributors;
            for (var place = 0; place < contributors.Count && place < CardLimits.ValuesOfRecord; place++)
            {
                var name = contributors[place].Name;
                (last, lastKey) = (name, name == last ? lastKey : CardFolding.NameKey(name));
                names.Add(new NamedPlace(contributors[place], place), name, lastKey, record, drawing.LibraryOf(record));
            }
        }

        return names;
    }

    private static Contributor Write(Person person, bool isMain)
    {
        var name = CardLimits.Cut(person.BestName(), CardLimits.Line);
        var dates = Agreement.Count(person.Offers, offer => offer.Dates);
        return new Contributor(name, Kind(person, name))
        {
            Role = Roles(person, isMain),
            IsMain = isMain,
            // "1925-2006" says more than "1925-".
            Dates = dates.Count < 2 ? dates.FirstOrDefault().Value : dates.MaxBy(count => count.Value.Count(char.IsAsciiDigit)).Value,
            OriginalScript = Agreement.Most(person.Offers, offer => offer.OriginalScript),
        };
    }

    /// <summary>Dublin Core calls everybody a person; who says that it is a body knows better, unless the name is inverted.</summary>
    private static ContributorKind Kind(Person person, string name)
    {
        var (bodies, meetings, all) = (0, 0, person.Offers.Count);
        foreach (var offer in person.Offers)
        {
            bodies += offer.Kind == ContributorKind.Corporate ? 1 : 0;
            meetings += offer.Kind == ContributorKind.Meeting ? 1 : 0;
        }

        return bodies + meetings == 0 || (name.Contains(", ", StringComparison.Ordinal) && (bodies + meetings) * 2 <= all) ? ContributorKind.Person
            : bodies >= meetings ? ContributorKind.Corporate
            : ContributorKind.Meeting;
    }

    /// <summary>
    /// Every role once, the most frequent first. Dublin Core calls every creator an author, so that says nothing of whom another
    /// record names as translator or illustrator, and not as the main author.
    /// </summary>
    private static string? Roles(Person person, bool isMain)
    {
        var roles = Agreement.Count(person.Offers, offer => offer.Role);
        if (roles.Count < 2)
        {
            return roles.Count == 0 ? null : CardLimits.Cut(roles[0].Value, CardLimits.Line);
        }

        var chosen = roles.OrderByDescending(role => role.Count).ThenBy(role => role.Value, StringComparer.Ordinal).Select(role => role.Value)
            .Where(role => isMain || role != AuthorRole);
        return CardLimits.Cut(string.Join(Contributor.RoleSeparator, chosen), CardLimits.Line);
    }
}
