namespace UnionCatalog.Records.Rows;

/// <summary>One row of a delimited text.</summary>
/// <param name="Line">The number of its first line in the file, from 1.</param>
/// <param name="Text">The row as it stands in the file, without its line end.</param>
/// <param name="Cells">Its cells; empty where <paramref name="Fault"/> says why there are none.</param>
/// <param name="Fault">Why it could not be taken apart; null where it could.</param>
internal sealed record TableRow(long Line, string Text, IReadOnlyList<string> Cells, string? Fault = null)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsBlank => Fault is null && Cells.All(string.IsNullOrWhiteSpace);
}
