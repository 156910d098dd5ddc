using System.Xml;

namespace UnionCatalog.Server.OaiProvider;

/// <summary>
/// A repository held in memory: what a provider serves. It never changes, so any number of requests may read it together;
/// to change what is served, map another.
/// </summary>
internal sealed class OaiRepository
{
    private readonly OaiItem[] _items;
    private readonly Dictionary<string, OaiItem> _byIdentifier;
    private readonly Dictionary<string, OaiFormat> _formats;

    /// <summary>Checks the parts and puts them in the order in which lists are served.</summary>
    /// <param name="identity">What the repository says of itself.</param>
    /// <param name="formats">The formats it has.</param>
    /// <param name="items">Its items, in any order.</param>
    /// <param name="sets">The names of its sets; a set or an outer set that only items name is listed by its path.</param>
    /// <exception cref="InvalidDataException">An item is there twice, or its metadata is not what the formats promise.</exception>
    public OaiRepository(
        OaiIdentity identity, IReadOnlyList<OaiFormat> formats, IReadOnlyList<OaiItem> items, IReadOnlyList<OaiSet>? sets = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(identity.PageSize, 1);
        Identity = identity;
        Formats = formats;
        _formats = formats.ToDictionary(format => format.Prefix, StringComparer.Ordinal);
        _items = [.. items.Select(Checked).OrderBy(item => item.Datestamp).ThenBy(item => item.Identifier, StringComparer.Ordinal)];
        _byIdentifier = new(StringComparer.Ordinal);
        foreach (var item in _items)
        {
            if (!_byIdentifier.TryAdd(item.Identifier, item))
            {
                throw new InvalidDataException($"The identifier {item.Identifier} is used by two records.");
            }
        }

        Sets = AllSets(sets ?? []);
    }

    /// <summary>What the repository says of itself.</summary>
    public OaiIdentity Identity { get; }

    /// <summary>The formats it has.</summary>
    public IReadOnlyList<OaiFormat> Formats { get; }

    /// <summary>Its sets, an outer one before those inside it; empty when it has no sets.</summary>
    public IReadOnlyList<OaiSet> Sets { get; }

    /// <summary>The oldest datestamp; 1970-01-01 when there are no items, since Identify must give one.</summary>
    public DateTimeOffset EarliestDatestamp => _items.Length == 0 ? DateTimeOffset.UnixEpoch : _items[0].Datestamp;

    /// <summary>Whether it has a format of this prefix.</summary>
    public bool HasFormat(string prefix) => _formats.ContainsKey(prefix);

    /// <summary>The item of this identifier, or null.</summary>
    public OaiItem? Find(string identifier) => _byIdentifier.GetValueOrDefault(identifier);

    /// <summary>The first page of a list, or the page where a token goes on. Its items are empty when nothing is left.</summary>
    public OaiPage Page(OaiSelection selection, ResumptionToken? token = null)
    {
        var selected = _items.Where(selection.Covers).ToList();
        var rest = token is null ? selected : [.. selected.Where(item => IsAfter(item, token))];
        var items = rest.Take(Identity.PageSize).ToList();
        var cursor = token?.Cursor ?? 0;
        var next = items.Count == rest.Count
            ? null
            : new ResumptionToken(selection, cursor + items.Count, items[^1].Datestamp, items[^1].Identifier);
        return new(selection.Prefix, items, cursor, selected.Count, next);
    }

    private static bool IsAfter(OaiItem item, ResumptionToken token) =>
        item.Datestamp > token.LastDatestamp
        || (item.Datestamp == token.LastDatestamp && string.CompareOrdinal(item.Identifier, token.LastIdentifier) > 0);

    private OaiItem Checked(OaiItem item)
    {
        foreach (var (prefix, xml) in item.Metadata)
        {
            try
            {
                using var reader = OaiXml.ReadFragment(xml);
                reader.MoveToContent();
                if (reader.NamespaceURI != _formats.GetValueOrDefault(prefix)?.Namespace)
                {
                    throw new InvalidDataException($"{item.Identifier}: the {prefix} metadata is in the namespace \"{reader.NamespaceURI}\".");
                }

                while (reader.Read())
                {
                    // Read to the end: what is served later must be known to be well-formed now.
                }
            }
            catch (XmlException error)
            {
                throw new InvalidDataException($"{item.Identifier}: the {prefix} metadata is not well-formed XML. {error.Message}", error);
            }
        }

        if (item.Sets.FirstOrDefault(spec => !OaiSet.IsPath(spec)) is { } wrong)
        {
            throw new InvalidDataException($"{item.Identifier}: \"{wrong}\" is not the path of a set.");
        }

        return item with { Datestamp = OaiDatestamp.Truncate(item.Datestamp, Identity.Granularity) };
    }

    private List<OaiSet> AllSets(IReadOnlyList<OaiSet> named)
    {
        var sets = new SortedDictionary<string, OaiSet>(StringComparer.Ordinal);
        foreach (var set in named)
        {
            if (!OaiSet.IsPath(set.Spec) || !sets.TryAdd(set.Spec, set))
            {
                throw new InvalidDataException($"\"{set.Spec}\" is not the path of a set, or it is there twice.");
            }
        }

        foreach (var spec in named.Select(set => set.Spec).Concat(_items.SelectMany(item => item.Sets)).Distinct().ToList())
        {
            for (var end = spec.Length; end > 0; end = spec.LastIndexOf(':', end - 1))
            {
                sets.TryAdd(spec[..end], new(spec[..end], spec[..end]));
            }
        }

        return [.. sets.Values];
    }
}
