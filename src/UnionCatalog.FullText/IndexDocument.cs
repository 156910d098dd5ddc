using System.Runtime.InteropServices;

namespace UnionCatalog.FullText;

/// <summary>A document to be put into an index. Not for use from several threads.</summary>
/// <param name="key">What it is put, replaced and deleted by.</param>
public sealed class IndexDocument(string key)
{
    private readonly List<(string Field, string Text)> _texts = [];
    private readonly List<(string Column, string Value)> _facets = [];
    private readonly List<(string Column, long Value)> _numbers = [];
    private readonly List<(string Column, string Value)> _sortKeys = [];

    /// <summary>What it is put, replaced and deleted by.</summary>
    public string Key { get; } = key;

    /// <summary>Bytes kept with the document and given back with a hit. Default: none.</summary>
    public ReadOnlyMemory<byte> Stored { get; set; }

    /// <summary>The texts added.</summary>
    public IReadOnlyList<(string Field, string Text)> Texts => _texts;

    /// <summary>The facet values added.</summary>
    public IReadOnlyList<(string Column, string Value)> Facets => _facets;

    /// <summary>The numbers set.</summary>
    public IReadOnlyList<(string Column, long Value)> Numbers => _numbers;

    /// <summary>The sort keys set.</summary>
    public IReadOnlyList<(string Column, string Value)> SortKeys => _sortKeys;

    /// <summary>As <see cref="Facets"/>, to be walked through without an enumerator.</summary>
    internal ReadOnlySpan<(string Column, string Value)> FacetSpan => CollectionsMarshal.AsSpan(_facets);

    /// <inheritdoc cref="FacetSpan"/>
    internal ReadOnlySpan<(string Field, string Text)> TextSpan => CollectionsMarshal.AsSpan(_texts);

    /// <inheritdoc cref="FacetSpan"/>
    internal ReadOnlySpan<(string Column, long Value)> NumberSpan => CollectionsMarshal.AsSpan(_numbers);

    /// <inheritdoc cref="FacetSpan"/>
    internal ReadOnlySpan<(string Column, string Value)> SortKeySpan => CollectionsMarshal.AsSpan(_sortKeys);

    /// <summary>Adds text to a field. A field may be given several texts; a phrase never runs from one into the next.</summary>
    public void AddText(string field, string text)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(text);
        _texts.Add((field, text));
    }

    /// <summary>Adds a value to a facet column; a value twice counts once.</summary>
    public void AddFacet(string column, string value)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(value);
        _facets.Add((column, value));
    }

    /// <summary>Sets the value of a number column; the last one set counts.</summary>
    public void SetNumber(string column, long value)
    {
        ArgumentNullException.ThrowIfNull(column);
        _numbers.Add((column, value));
    }

    /// <summary>Sets the value of a sort-key column; the last one set counts.</summary>
    public void SetSortKey(string column, string value)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(value);
        _sortKeys.Add((column, value));
    }
}
