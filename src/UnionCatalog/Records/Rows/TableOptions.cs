using System.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>What is known of a member's tables beforehand. Nothing has to be.</summary>
public sealed record TableOptions
{
    /// <summary>
    /// Heading → field (<see cref="RowField"/>, compared without case); an empty field for a column that is not to be read.
    /// Headings are compared as <see cref="RowHeadings.Fold"/> folds them.
    /// </summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>What parts the cells; null for what the file shows.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The file's encoding; null for what the file shows.</summary>
    public Encoding? Encoding { get; init; }
}
