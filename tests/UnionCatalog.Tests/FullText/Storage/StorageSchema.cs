using System.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.Tests.FullText.Storage;

/// <summary>Seeded documents with every kind of column, and everything that is stored of them as lines of text.</summary>
internal static class StorageSchema
{
    public static IndexSchema Schema { get; } = new(
        [new TextField("title", new TextAnalyzer()), new TextField("note", new TextAnalyzer())],
        [
            new Column.Facet("language"), new Column.Facet("library"), new Column.Number("year"), new Column.Number("wide"),
            new Column.SortKey("by-title"),
        ]);

    private static readonly string[] Words = ["", "laut", "lautan", "Bumi", "bumi", "日本", "\U00010428x", "\uffeez", "café", "a", "ab", "abc"];

    public static IndexDocument Document(Random random, string key, int storedUpTo = 30)
    {
        var document = new IndexDocument(key);
        document.AddText("title", $"{Words[random.Next(Words.Length)]} {Words[random.Next(Words.Length)]}");
        if (random.Next(3) == 0)
        {
            document.AddText("note", string.Join(' ', Enumerable.Range(0, random.Next(20)).Select(_ => Words[random.Next(Words.Length)])));
        }

        if (random.Next(4) > 0)
        {
            document.AddFacet("language", Words[random.Next(Words.Length)]);
        }

        for (var library = random.Next(5); library > 0; library--)
        {
            document.AddFacet("library", $"lib-{random.Next(random.Next(2) == 0 ? 5 : 400)}");
        }

        if (random.Next(3) > 0)
        {
            document.SetNumber("year", 1700);
            document.SetNumber("year", random.Next(1900, 2030));
        }

        if (random.Next(2) > 0)
        {
            document.SetNumber("wide", random.Next(4) switch { 0 => long.MinValue, 1 => long.MaxValue, _ => random.Next() });
        }

        if (random.Next(3) > 0)
        {
            document.SetSortKey("by-title", Words[random.Next(Words.Length)] + random.Next(50));
        }

        var stored = new byte[random.Next(storedUpTo)];
        random.NextBytes(stored);
        document.Stored = stored;
        return document;
    }

    /// <summary>A document as its line would be.</summary>
    public static string Line(IndexDocument document) => string.Join('|',
    [
        document.Key,
        string.Join(',', document.Facets.Where(facet => facet.Column == "language").Select(facet => facet.Value)),
        string.Join(',', document.Facets.Where(facet => facet.Column == "library").Select(facet => facet.Value).Distinct().Order(ByBytes)),
        document.Numbers.LastOrDefault(number => number.Column == "year") is { Column: not null } year ? $"{year.Value}" : "",
        document.Numbers.LastOrDefault(number => number.Column == "wide") is { Column: not null } wide ? $"{wide.Value}" : "",
        document.SortKeys is [.., var sortKey] ? $"={sortKey.Value}" : "",
        Convert.ToHexString(document.Stored.Span),
    ]);

    public static Comparer<string> ByBytes { get; } = Comparer<string>.Create(
        (one, other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)));

    /// <summary>Everything a snapshot has, by key.</summary>
    public static string[] Lines(IndexSnapshot snapshot)
    {
        using var lease = snapshot.Hold();
        string[] lines = [.. lease.Segments.SelectMany(Lines).OrderBy(line => line[..line.IndexOf('|', StringComparison.Ordinal)], ByBytes)];
        Assert.That(lines, Has.Length.EqualTo(snapshot.DocumentCount));
        return lines;
    }

    public static IEnumerable<string> Lines(LiveSegment live)
    {
        for (var document = 0; document < live.Segment.Count; document++)
        {
            if (live.IsLive(document))
            {
                yield return Line(live.Segment, document);
            }
        }
    }

    private static string Line(Segment segment, int document)
    {
        var year = ((NumberColumn)segment.Columns[2]).TryGet(document, out var number) ? $"{number}" : "";
        var wide = ((NumberColumn)segment.Columns[3]).TryGet(document, out number) ? $"{number}" : "";
        var sortKeys = (SortKeyColumn)segment.Columns[4];
        var sortKey = sortKeys.Ordinals[document] is > 0 and var code ? $"={sortKeys.Values[(int)code - 1]}" : "";
        return string.Join('|',
        [
            segment.Keys[document], Facets((FacetColumn)segment.Columns[0], document), Facets((FacetColumn)segment.Columns[1], document), year, wide,
            sortKey, Convert.ToHexString(segment.Stored[document]),
        ]);
    }

    private static string Facets(FacetColumn column, int document)
    {
        if (column.IsSingle)
        {
            return column.Ordinals[document] is > 0 and var code ? column.Values[(int)code - 1] : "";
        }

        var values = new List<string>();
        for (var at = column.Starts[document]; at < column.Starts[document + 1]; at++)
        {
            values.Add(column.Values[(int)column.Ordinals[(int)at]]);
        }

        return string.Join(',', values);
    }
}
