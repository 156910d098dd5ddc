namespace UnionCatalog.Search.Card;

/// <summary>Puts the forms of one person's name together.</summary>
internal static class PersonJoining
{
    /// <summary>
    /// The fullest names first, each shorter form with the first that it agrees with. Two forms that one record names side by side
    /// are two persons, unless they differ by titles alone.
    /// </summary>
    public static List<Person> Join(IReadOnlyList<Candidate<NamedPlace>> names)
    {
        var forms = names.Select(name => new NameForm(name)).ToList();
        if (forms.Count is 1 or > CardLimits.Compatible)
        {
            return forms.ConvertAll(form => new Person(form));
        }

        var persons = new List<Person>();
        foreach (var form in forms.OrderByDescending(form => form.FullWordsAsWritten).ThenByDescending(form => form.Name.Libraries).ThenBy(form => form.Name.First))
        {
            if (persons.Find(person => person.Takes(form)) is { } known)
            {
                known.Add(form);
            }
            else
            {
                persons.Add(new Person(form));
            }
        }

        return persons;
    }
}
