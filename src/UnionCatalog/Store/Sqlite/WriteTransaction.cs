namespace UnionCatalog.Store.Sqlite;

/// <summary>The one transaction that writes. Disposed of without a commit, it leaves nothing behind.</summary>
internal sealed class WriteTransaction(SqliteSession session, Action release) : IDisposable
{
    private bool _over;

    /// <summary>Where to write, and to read what was written.</summary>
    /// <exception cref="ObjectDisposedException">The transaction is over.</exception>
    public SqliteSession Session
    {
        get
        {
            ObjectDisposedException.ThrowIf(_over, this);
            return session;
        }
    }

    public void Commit()
    {
        Session.Execute("COMMIT");
        End();
    }

    public void Dispose()
    {
        if (_over)
        {
            return;
        }

        try
        {
            session.RollBack();
        }
        finally
        {
            End();
        }
    }

    private void End()
    {
        _over = true;
        release();
    }
}
