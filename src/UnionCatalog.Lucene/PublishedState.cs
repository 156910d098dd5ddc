using System.Collections.Concurrent;
using Lucene.Net.Index;
using UnionCatalog.FullText;
using UnionCatalog.Lucene.Columns;
using UnionCatalog.Lucene.Searching;

namespace UnionCatalog.Lucene;

/// <summary>A committed state: Lucene's reader of it, the cursor, and what is worked out once for all its readers.</summary>
internal sealed class PublishedState(DirectoryReader reader, long cursor, ulong stamp, IndexSchema schema)
{
    private readonly Lazy<Statistics> _statistics = new(() => new Statistics(reader, schema));
    private readonly ConcurrentDictionary<string, ValueNumbering> _numberings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Signposts> _signposts = new(StringComparer.Ordinal);

    public DirectoryReader Reader => reader;

    public long Cursor => cursor;

    /// <inheritdoc cref="IndexSnapshot.Stamp"/>
    public ulong Stamp => stamp;

    public IndexSchema Schema => schema;

    public Statistics Statistics => _statistics.Value;

    /// <summary>A facet column's values over all segments.</summary>
    public ValueNumbering Numbering(string column) => _numberings.GetOrAdd(column, static (name, state) => ValueNumbering.Of(state.Reader, name), this);

    /// <summary>Where in a field's terms one may begin.</summary>
    public Signposts Signposts(string field) => _signposts.GetOrAdd(field, static (name, state) => Searching.Signposts.Of(state.Reader, name), this);

    /// <summary>Keeps the reader open; false: it is closed already, and another state is published.</summary>
    public bool TryHold() => reader.TryIncRef();

    public void Release() => reader.DecRef();
}
