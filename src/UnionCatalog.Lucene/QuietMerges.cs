using Lucene.Net.Index;
using UnionCatalog.FullText;

namespace UnionCatalog.Lucene;

/// <summary>Lucene's merges in the background, but one that fails does not end the process: the next commit tells of damage, and what else failed is tried again.</summary>
internal sealed class QuietMerges : ConcurrentMergeScheduler
{
    private volatile string? _damage;

    /// <exception cref="IndexDamagedException">A merge came upon damage: nothing should be added to it.</exception>
    public void ThrowIfDamaged(string path)
    {
        if (_damage is { } reason)
        {
            throw new IndexDamagedException(path, reason);
        }
    }

    public void Forget() => _damage = null;

    /// <inheritdoc/>
    protected override void HandleMergeException(Exception exc)
    {
        for (var cause = exc; cause is not null; cause = cause.InnerException)
        {
            if (Damage.IsDamage(cause))
            {
                _damage = cause.Message.TrimEnd('.');
            }
        }
    }
}
