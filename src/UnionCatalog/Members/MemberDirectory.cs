using UnionCatalog.Records;

namespace UnionCatalog.Members;

/// <summary>
/// The members in force: one published list that is exchanged whole when the configuration changes.
/// Safe to read from several threads.
/// </summary>
public sealed class MemberDirectory
{
    private volatile Published _published;

    /// <summary>Starts with these members.</summary>
    public MemberDirectory(IEnumerable<Member> members) => _published = new(members);

    /// <summary>Raised after the list was exchanged.</summary>
    public event Action? Changed;

    /// <summary>All members, by name of source.</summary>
    public IReadOnlyCollection<Member> All => _published.All;

    /// <summary>Where they are.</summary>
    public Gazetteer Places => _published.Places.Value;

    /// <summary>The member with this id, or null when there is none.</summary>
    public Member? Find(SourceId id) => _published.ById.GetValueOrDefault(id);

    /// <summary>
    /// Where this source keeps its items. A member that has left still has records until it is removed: those are read
    /// with the plain mapping.
    /// </summary>
    public HoldingsMapping HoldingsOf(SourceId id) => Find(id)?.Holdings ?? new HoldingsMapping();

    /// <summary>Exchanges the list for another.</summary>
    public void Replace(IEnumerable<Member> members)
    {
        _published = new(members);
        Changed?.Invoke();
    }

    private sealed class Published
    {
        public Published(IEnumerable<Member> members)
        {
            All = [.. members.OrderBy(member => member.Id.Value, StringComparer.Ordinal)];
            ById = All.ToDictionary(member => member.Id);
            Places = new(() => new Gazetteer(All));
        }

        public IReadOnlyList<Member> All { get; }

        public Dictionary<SourceId, Member> ById { get; }

        public Lazy<Gazetteer> Places { get; }
    }
}
