using Lucene.Net.Index;
using UnionCatalog.FullText;
using UnionCatalog.Lucene.Writing;

namespace UnionCatalog.Lucene;

/// <summary>Changes that Lucene's writer holds, partly on disk already, and that no reader has opened.</summary>
internal sealed class LuceneDraft(LuceneIndex index, IndexSchema schema) : IIndexDraft
{
    /// <summary>Disposing of the index ends the draft, perhaps on another thread than the one that writes.</summary>
    private readonly Lock _turn = new();
    private readonly DocumentDrawing _drawing = new(schema);
    private bool _isChanged;
    private bool _over;

    public void Put(IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            // Drawn before the writer hears of it: a document that cannot be analysed must not replace the one there is.
            var drawn = _drawing.Draw(document);
            _isChanged = true;
            index.Writer.UpdateDocument(DocumentDrawing.KeyTerm(document.Key), drawn);
        }
    }

    public void Delete(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            _isChanged = true;
            index.Writer.DeleteDocuments(DocumentDrawing.KeyTerm(key));
        }
    }

    public void Clear()
    {
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            _isChanged = true;
            index.Writer.DeleteAll();
            index.ForgetDamage();
        }
    }

    public void Commit(long cursor)
    {
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            index.Commit(cursor);
            _isChanged = false;
        }
    }

    public void Dispose()
    {
        lock (_turn)
        {
            if (_over)
            {
                return;
            }

            _over = true;
            if (_isChanged)
            {
                index.GiveUp();
            }

            index.EndDraft();
        }
    }
}
