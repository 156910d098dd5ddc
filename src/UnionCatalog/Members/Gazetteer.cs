using UnionCatalog.Records;

namespace UnionCatalog.Members;

/// <summary>The regencies and places of the libraries, and how far the libraries are from each. Never changes.</summary>
public sealed class Gazetteer
{
    private readonly Dictionary<string, LibraryPlace> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SourceId, GeoPosition> _positions = [];

    /// <summary>Lists the places of these libraries.</summary>
    public Gazetteer(IReadOnlyCollection<Member> members)
    {
        var regencies = members.Where(member => member.Regency is not null).GroupBy(member => member.Regency!).Select(Regency).ToList();
        var places = members.GroupBy(member => (member.Place, member.Regency)).Where(place => place.Key.Place != place.Key.Regency).ToList();
        var shared = places.CountBy(place => place.Key.Place).Where(name => name.Value > 1).Select(name => name.Key)
            .Concat(regencies.Select(regency => regency.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var place in regencies.Concat(places.Select(place => Place(place, shared, regencies))))
        {
            _byName.TryAdd(place.Name, place);
        }

        All =
        [
            .. _byName.Values.OrderBy(place => place.Province is null).ThenBy(place => place.Province, StringComparer.Ordinal)
                .ThenBy(place => place.Regency ?? place.Name, StringComparer.Ordinal).ThenByDescending(place => place.IsRegency)
                .ThenBy(place => place.Name, StringComparer.Ordinal),
        ];
        Locate(members);
    }

    /// <summary>Every regency, each followed by its places, by province.</summary>
    public IReadOnlyList<LibraryPlace> All { get; }

    /// <summary>The place of this name, in capitals or not; null when there is none.</summary>
    public LibraryPlace? Find(string? name) => name is null ? null : _byName.GetValueOrDefault(name.Trim());

    /// <summary>How far a library is from a place, in kilometres; null when one of the two is not known.</summary>
    public double? Kilometres(LibraryPlace from, SourceId library) =>
        from.Position is { } here && _positions.TryGetValue(library, out var there) ? Distance.Kilometres(here, there) : null;

    /// <summary>Orders what libraries have: those of the place first, then by distance, then as it was; as it was where no place is given.</summary>
    public IEnumerable<T> Order<T>(IEnumerable<T> things, LibraryPlace? from, Func<T, SourceId> libraryOf) => from is null
        ? things
        : things.OrderByDescending(thing => from.Libraries.Contains(libraryOf(thing))).ThenBy(thing => Math.Round(Kilometres(from, libraryOf(thing)) ?? double.PositiveInfinity, 1));

    private static LibraryPlace Regency(IGrouping<string, Member> regency) =>
        new(regency.Key, null, Province(regency), Middle(regency), Ids(regency)) { IsRegency = true };

    private static LibraryPlace Place(IGrouping<(string Place, string? Regency), Member> place, HashSet<string> shared, List<LibraryPlace> regencies)
    {
        var (name, regency) = place.Key;
        return new(
            regency is not null && shared.Contains(name) ? $"{name}, {regency}" : name,
            regency,
            Province(place),
            Middle(place) ?? regencies.Find(around => around.Name == regency)?.Position,
            Ids(place)) { IsRegency = false };
    }

    /// <summary>One that tells no position is where its place is.</summary>
    private void Locate(IReadOnlyCollection<Member> members)
    {
        var around = All.OrderBy(place => place.IsRegency).ToList();
        foreach (var member in members)
        {
            var place = around.Find(place => place.Position is not null && place.Libraries.Contains(member.Id));
            if ((member.Position ?? place?.Position) is { } position)
            {
                _positions[member.Id] = position;
            }
        }
    }

    private static string? Province(IEnumerable<Member> libraries) => libraries.Select(library => library.Province).FirstOrDefault(province => province is not null);

    private static GeoPosition? Middle(IEnumerable<Member> libraries) => Distance.Mean(libraries.Select(library => library.Position).OfType<GeoPosition>());

    private static SourceId[] Ids(IEnumerable<Member> libraries) => [.. libraries.Select(library => library.Id)];
}
