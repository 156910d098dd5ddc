using Lucene.Net.Index;
using UnionCatalog.FullText;

namespace UnionCatalog.Lucene;

/// <summary>Tells of damage as the other engine does.</summary>
internal static class Damage
{
    /// <summary>Does something with the index's files.</summary>
    /// <exception cref="IndexDamagedException">They are damaged.</exception>
    public static T Tell<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            throw new IndexDamagedException(path, damage.Message.TrimEnd('.'));
        }
    }

    /// <summary>Whether files are missing, cut short or not what they should be.</summary>
    public static bool IsDamage(Exception fault) =>
        fault is CorruptIndexException or EndOfStreamException or FileNotFoundException;
}
