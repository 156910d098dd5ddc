using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Members;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>Clauses that are not of words.</summary>
internal static class FilterQuery
{
    public static Query Of(Clause clause, MemberDirectory members) => clause switch
    {
        // What has neither a letter nor a digit is no number, and no edition has it.
        Clause.Number { Value: "" } => new Query.Nothing(),
        Clause.Number number => new Query.Term(CatalogSchema.Identifier, number.Value.ToLowerInvariant()),
        Clause.Years years => new Query.Range(CatalogSchema.YearNumber, years.From ?? int.MinValue, years.To ?? int.MaxValue),
        Clause.Classes classes => new Query.Terms(CatalogSchema.Dewey, ClassRange.Cover(classes.From, classes.To), AtLeast: 1),
        Clause.Named { Field: AskedField.Language } named => new Query.In(CatalogSchema.ColumnOf(SearchFacet.Language), [named.Value]),
        Clause.Named { Field: AskedField.Format } named => new Query.In(CatalogSchema.ColumnOf(SearchFacet.Format), [named.Value]),
        Clause.Named { Field: AskedField.Library } named => Library(named.Value, members),
        Clause.Named named => Place(named.Value, members),
        _ => throw new ArgumentOutOfRangeException(nameof(clause)),
    };

    /// <summary>The libraries whose id this is, or whose names and ids have all of its words: a school is known by either.</summary>
    private static Query Library(string value, MemberDirectory members)
    {
        var ids = members.All.Where(member => string.Equals(member.Id.Value, value, StringComparison.OrdinalIgnoreCase)).ToList();
        var words = LibraryWords.Of(value).ToList();
        var found = ids.Count > 0 || words.Count == 0 ? ids : [.. members.All.Where(member => !words.Except(LibraryWords.Of($"{member.Name} {member.Id.Value}")).Any())];
        return found.Count > 0
            ? new Query.In(CatalogSchema.ColumnOf(SearchFacet.Library), [.. found.Select(member => member.Id.Value)])
            : Words(value, AskedField.Anywhere);
    }

    /// <summary>Where the libraries are; where there is none, where it was published.</summary>
    private static Query Place(string value, MemberDirectory members)
    {
        IEnumerable<Query> At(SearchFacet facet, Func<Member, string?> place) =>
            members.All.Select(place).OfType<string>().Where(name => HasWords(name, value)).Distinct().ToList() is { Count: > 0 } names
                ? [new Query.In(CatalogSchema.ColumnOf(facet), names)]
                : [];
        IReadOnlyList<Query> places =
        [
            .. At(SearchFacet.Place, member => member.Place),
            .. At(SearchFacet.Regency, member => member.Regency),
            .. At(SearchFacet.Province, member => member.Province),
        ];
        return places.Count > 0 ? new Query.AnyOf(places) : Words(value, AskedField.Publisher);
    }

    private static bool HasWords(string name, string value) =>
        CatalogSchema.Spelt.Terms(value) is { Count: > 0 } words && !words.Except(CatalogSchema.Spelt.Terms(name)).Any();

    private static Query Words(string value, AskedField field) =>
        AskedWord.Of(value, field).Select(word => word.ToQuery()).ToList() is { Count: > 0 } words ? new Query.AllOf(words) : new Query.Everything();
}
