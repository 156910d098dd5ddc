using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using UnionCatalog.FullText;
using UnionCatalog.Lucene.Searching;
using UnionCatalog.Lucene.Writing;

namespace UnionCatalog.Lucene;

/// <summary>
/// An index that Lucene.Net keeps. It is analysed, asked and scored as <see cref="SearchIndex"/> is, so that both answer alike; the
/// terms, postings, columns and stored bytes are Lucene's own.
/// </summary>
public sealed class LuceneIndex : ISearchIndex
{
    /// <summary>In a commit's user data: the caller's cursor, what no other commit has, and what the index was built for.</summary>
    private const string CursorEntry = "cursor";
    private const string StampEntry = "stamp";
    private const string FingerprintEntry = "fingerprint";

    private readonly System.Threading.Lock _gate = new();
    private readonly string _path;
    private readonly FSDirectory _directory;
    private readonly IndexSchema _schema;
    private readonly FullText.IndexOptions _options;
    private readonly string _fingerprint;
    private readonly QuietMerges _merges = new();
    private volatile PublishedState? _published;
    private LuceneDraft? _draft;

    private LuceneIndex(string path, FSDirectory directory, IndexSchema schema, FullText.IndexOptions options)
    {
        (_path, _directory, _schema, _options) = (path, directory, schema, options);
        _fingerprint = Convert.ToHexStringLower(schema.Fingerprint());
        Writer = OpenWriter();
        try
        {
            var (cursor, stamp) = ReadCommit();
            _published = new PublishedState(DirectoryReader.Open(Writer, applyAllDeletes: true), cursor, stamp, schema);
        }
        catch
        {
            Writer.Rollback();
            throw;
        }
    }

    /// <summary>Lucene's writer; another after a draft was given up.</summary>
    internal IndexWriter Writer { get; private set; }

    /// <inheritdoc cref="SearchIndex.Open(string, IndexSchema, FullText.IndexOptions?)"/>
    public static LuceneIndex Open(string directory, IndexSchema schema, FullText.IndexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema.Check();
        var path = Path.GetFullPath(directory);
        return Damage.Tell(path, () =>
        {
            var folder = FSDirectory.Open(path, new NativeFSLockFactory());
            try
            {
                return new LuceneIndex(path, folder, schema, options ?? new FullText.IndexOptions());
            }
            catch (LockObtainFailedException taken)
            {
                folder.Dispose();
                throw new InvalidOperationException(
                    $"The index in '{path}' is open already, here or in another process: stop that one first.", taken);
            }
            catch
            {
                folder.Dispose();
                throw;
            }
        });
    }

    /// <inheritdoc/>
    public IIndexSnapshot OpenSnapshot()
    {
        while (true)
        {
            var published = _published;
            ObjectDisposedException.ThrowIf(published is null, this);
            if (published.TryHold())
            {
                return new LuceneSnapshot(_path, published);
            }
        }
    }

    /// <inheritdoc/>
    public IIndexDraft BeginDraft()
    {
        ObjectDisposedException.ThrowIf(_published is null, this);
        var draft = new LuceneDraft(this, _schema);
        return Interlocked.CompareExchange(ref _draft, draft, null) is null
            ? draft
            : throw new InvalidOperationException("Another draft of the index is open; dispose of it first.");
    }

    /// <summary>Merges until there are no more segments than this.</summary>
    public void Merge(int segments = 1)
    {
        Writer.ForceMerge(segments);
        Commit(_published!.Cursor);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _draft?.Dispose();
        lock (_gate)
        {
            if (_published is not { } last)
            {
                return;
            }

            _published = null;
            last.Release();
            // What was committed stays; merges that are running are given up.
            Writer.Rollback();
            _directory.Dispose();
        }
    }

    /// <summary>Writes what the writer holds to disk together with the cursor, and publishes it.</summary>
    internal void Commit(long cursor) => Damage.Tell(_path, () =>
    {
        _merges.ThrowIfDamaged(_path);
        // Drawn by lot, it stays new also where the folder was deleted and begun again.
        var stamp = BitConverter.ToUInt64(Guid.NewGuid().ToByteArray());
        Writer.SetCommitData(new Dictionary<string, string> { [CursorEntry] = Text(cursor), [StampEntry] = Text(stamp), [FingerprintEntry] = _fingerprint });
        Writer.Commit();
        Publish(cursor, stamp);
        return true;
    });

    /// <summary>Goes back to the last commit: only a new writer does.</summary>
    internal void GiveUp()
    {
        Writer.Rollback();
        Writer = OpenWriter();
        // The reader belonged to the writer that is gone.
        Replace(new PublishedState(DirectoryReader.Open(Writer, applyAllDeletes: true), _published!.Cursor, _published.Stamp, _schema));
    }

    internal void EndDraft() => Volatile.Write(ref _draft, null);

    /// <summary>Damage that a merge came upon is over where everything is deleted.</summary>
    internal void ForgetDamage() => _merges.Forget();

    private void Publish(long cursor, ulong stamp)
    {
        var last = _published!;
        var reader = DirectoryReader.OpenIfChanged(last.Reader, Writer, applyAllDeletes: true);
        if (reader is null)
        {
            last.Reader.IncRef();
            reader = last.Reader;
        }

        Replace(new PublishedState(reader, cursor, stamp, _schema));
    }

    private void Replace(PublishedState next)
    {
        lock (_gate)
        {
            var last = _published!;
            _published = next;
            last.Release();
        }
    }

    private IndexWriter OpenWriter() => new(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer: null)
    {
        OpenMode = OpenMode.CREATE_OR_APPEND,
        RAMBufferSizeMB = _options.DraftMemory / (double)(1 << 20),
        Similarity = new LengthNorms(),
        MergeScheduler = _merges,
        CheckIntegrityAtMerge = true,
        WriteLockTimeout = 0,
    });

    /// <summary>The cursor and the stamp of the last commit; an index of another schema is refused.</summary>
    private (long Cursor, ulong Stamp) ReadCommit()
    {
        var data = Writer.CommitData;
        if (data.TryGetValue(FingerprintEntry, out var built) && built != _fingerprint)
        {
            throw new IndexDamagedException(_path, "it was built with other fields, columns or analysis");
        }

        return data.TryGetValue(CursorEntry, out var cursor) && data.TryGetValue(StampEntry, out var stamp)
            ? (long.Parse(cursor, CultureInfo.InvariantCulture), ulong.Parse(stamp, CultureInfo.InvariantCulture))
            : Writer.NumDocs == 0 ? (0, 0) : throw new IndexDamagedException(_path, "it is not an index of this program");
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
