using System.Security.Cryptography;
using System.Text;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.FullText;

/// <summary>What an index holds: fields of text to be searched, and columns to be counted, filtered and sorted by.</summary>
/// <param name="Fields">Searchable fields; names are unique.</param>
/// <param name="Columns">Columns; names are unique.</param>
/// <param name="Stored">Names what is stored with the documents, so that an index whose documents have something else is not taken for this one. Default: nothing.</param>
public sealed record IndexSchema(IReadOnlyList<TextField> Fields, IReadOnlyList<Column> Columns, string Stored = "")
{
    /// <summary>The field of this name.</summary>
    /// <exception cref="UnknownFieldException">There is none.</exception>
    public TextField Field(string name) =>
        Fields.FirstOrDefault(field => field.Name == name) ?? throw new UnknownFieldException(name);

    /// <exception cref="ArgumentException">A name is there twice or empty, a number is out of its range, or there are more than 255 columns.</exception>
    internal void Check()
    {
        CheckNames(Fields.Select(field => field.Name));
        CheckNames(Columns.Select(column => column.Name));
        if (Columns.Count > byte.MaxValue)
        {
            throw new ArgumentException($"An index has at most {byte.MaxValue} columns.");
        }

        foreach (var field in Fields)
        {
            if (!float.IsFinite(field.Weight) || field.Weight < 0 || !(field.LengthPenalty is >= 0 and <= 1))
            {
                throw new ArgumentException($"The field '{field.Name}' needs a weight of 0 or more and a length penalty of 0 to 1.");
            }
        }
    }

    /// <summary>Names everything that decides what is in an index's files: fields with their analysis, columns, and what is stored.</summary>
    internal byte[] Fingerprint() => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
    [
        .. Fields.Select(field => $"field\t{field.Name}\t{field.Analyzer.Identity}"),
        .. Columns.Select(column => $"{column.GetType().Name}\t{column.Name}"),
        $"stored\t{Stored}",
    ])));

    private static void CheckNames(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (string.IsNullOrEmpty(name) || !seen.Add(name))
            {
                throw new ArgumentException($"The name '{name}' is empty or there twice.");
            }
        }
    }

    /// <summary>The place of a field in <see cref="Fields"/>.</summary>
    internal int FieldAt(string name) =>
        Fields.Index().FirstOrDefault(field => field.Item.Name == name, (-1, null!)).Index is >= 0 and var at
            ? at
            : throw new UnknownFieldException(name);

    /// <summary>The place in <see cref="Columns"/> of a column that is of one of these kinds.</summary>
    internal int ColumnAt(string name, params ReadOnlySpan<Type> kinds)
    {
        for (var at = 0; at < Columns.Count; at++)
        {
            if (Columns[at].Name == name && kinds.Contains(Columns[at].GetType()))
            {
                return at;
            }
        }

        throw new UnknownFieldException(name);
    }
}

/// <summary>A searchable field.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Analyzer">How its text becomes terms, when indexing and when searching.</param>
/// <param name="Weight">What a match in it counts in the score: a finite number, 0 or more. Default: 1.</param>
/// <param name="LengthPenalty">BM25's b: how much a long text counts against a document, 0 to 1. Default: 0.75.</param>
public sealed record TextField(string Name, IAnalyzer Analyzer, float Weight = 1f, float LengthPenalty = 0.75f);

/// <summary>A column of values beside the text.</summary>
/// <param name="Name">Its name.</param>
public abstract record Column(string Name)
{
    /// <summary>Any number of strings a document: counted as a facet, filtered by.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Group">
    /// Names columns of which a document's values mostly come together as other documents' do, such as where a thing is and who has it: together
    /// they are counted quicker. Nothing else depends on it, no file either. Default: none.
    /// </param>
    public sealed record Facet(string Name, string? Group = null) : Column(Name);

    /// <summary>At most one whole number a document: ranges and sorting; also counted as a facet.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record Number(string Name) : Column(Name);

    /// <summary>At most one string a document to sort by, compared by code point.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record SortKey(string Name) : Column(Name);
}
