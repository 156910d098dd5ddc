using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>A person or body with every form of the name.</summary>
internal sealed class Person
{
    private readonly List<NameForm> _forms;

    public Person(NameForm first)
    {
        _forms = [];
        Add(first);
    }

    /// <summary>What the records say of the person, the fullest form's first.</summary>
    public List<Contributor> Offers { get; } = [];

    /// <summary>How many records have the person as the main entry.</summary>
    public int MainVotes { get; private set; }

    /// <summary>The first place in which any record names the person.</summary>
    public int Place { get; private set; } = int.MaxValue;

    /// <summary>How many libraries name the person, in each form counted by itself.</summary>
    public int Libraries => _forms.Sum(form => form.Name.Libraries);

    /// <summary>The place among all names by the order of the records.</summary>
    public int First => _forms.Min(form => form.Name.First);

    /// <summary>Whether a form can be this person's.</summary>
    public bool Takes(NameForm form) => _forms[0].Agrees(form)
        && (_forms[0].Feature!.Joined == form.Feature!.Joined || !_forms.Exists(known => known.Name.Records.Any(form.Name.Records.Contains)));

    /// <summary>Adds a form.</summary>
    public void Add(NameForm form)
    {
        _forms.Add(form);
        foreach (var (contributor, place) in form.Name.Offers)
        {
            Offers.Add(contributor);
            MainVotes += contributor.IsMain ? 1 : 0;
            Place = Math.Min(Place, place);
        }
    }

    /// <summary>The records that name the person, those with the chosen name first.</summary>
    public int[] Sources()
    {
        var best = BestForm();
        return [.. Best(best).Records.Concat(best.Name.Records).Concat(_forms.SelectMany(form => form.Name.Records)).Distinct().Take(CardLimits.Sources)];
    }

    /// <summary>The name as it is to be shown.</summary>
    public string BestName() => Best(BestForm()).Text;

    private NameForm BestForm() => _forms.Count == 1 ? _forms[0] : _forms.Aggregate((best, next) => IsBetter(next, best) ? next : best);

    private static bool IsBetter(NameForm form, NameForm best)
    {
        var order = Best(form).Spelling.CompareSoundness(Best(best).Spelling);
        order = order != 0 ? order : best.FullWords.CompareTo(form.FullWords);
        order = order != 0 ? order : form.Ornaments.CompareTo(best.Ornaments);
        order = order != 0 ? order : IsInverted(Best(best).Text).CompareTo(IsInverted(Best(form).Text));
        order = order != 0 ? order : best.Name.Libraries.CompareTo(form.Name.Libraries);
        return order < 0;
    }

    /// <summary>Of one set of words: soundly written, inverted as cataloguers do it, then as any value.</summary>
    private static Candidate<NamedPlace>.Spelt Best(NameForm form)
    {
        var spellings = form.Name.Spellings;
        if (spellings.Count == 1)
        {
            return spellings[0];
        }

        return spellings.Aggregate((best, next) =>
        {
            var order = next.Spelling.CompareSoundness(best.Spelling);
            order = order != 0 ? order : next.Spelling.CompareCapitals(best.Spelling);
            order = order != 0 ? order : IsInverted(best.Text).CompareTo(IsInverted(next.Text));
            return order < 0 || (order == 0 && next.IsBetterThan(best)) ? next : best;
        });
    }

    private static bool IsInverted(string name) => name.IndexOf(", ", StringComparison.Ordinal) > 0;
}
