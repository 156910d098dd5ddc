namespace UnionCatalog.Matching.Clusters.Drawing;

/// <summary>Groups that unite, each remembering those that it cannot unite with.</summary>
internal sealed class Groups
{
    private readonly int[] _groupOf;
    private readonly List<int>?[] _members;
    private readonly Dictionary<int, HashSet<int>> _enemies = [];

    public Groups(int count)
    {
        _groupOf = new int[count];
        _members = new List<int>?[count];
        for (var i = 0; i < count; i++)
        {
            _groupOf[i] = i;
        }
    }

    /// <summary>The group that a profile is in: one of its members stands for it.</summary>
    public int Find(int profile) => _groupOf[profile];

    /// <summary>The members of a group.</summary>
    public List<int> Members(int group) => _members[group] ??= [group];

    /// <summary>Whether two groups were found not to unite.</summary>
    public bool AreEnemies(int one, int other) => _enemies.TryGetValue(one, out var enemies) && enemies.Contains(other);

    /// <summary>Remembers that two groups do not unite, however they grow.</summary>
    public void MakeEnemies(int one, int other)
    {
        EnemiesOf(one).Add(other);
        EnemiesOf(other).Add(one);
    }

    /// <summary>Unites the groups of two profiles, the smaller into the larger.</summary>
    public void Unite(int left, int right)
    {
        var (into, from) = (_groupOf[left], _groupOf[right]);
        if (into == from)
        {
            return;
        }

        if (Members(into).Count < Members(from).Count)
        {
            (into, from) = (from, into);
        }

        foreach (var member in Members(from))
        {
            _groupOf[member] = into;
        }

        Members(into).AddRange(Members(from));
        _members[from] = null;
        if (_enemies.Remove(from, out var enemies))
        {
            foreach (var enemy in enemies)
            {
                _enemies[enemy].Remove(from);
                MakeEnemies(into, enemy);
            }
        }
    }

    private HashSet<int> EnemiesOf(int group)
    {
        if (!_enemies.TryGetValue(group, out var enemies))
        {
            _enemies[group] = enemies = [];
        }

        return enemies;
    }
}
