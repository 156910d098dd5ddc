namespace UnionCatalog.Records.Rows;

/// <summary>What came of the rows of one title, or of one row that could not be read.</summary>
/// <param name="Line">The line of the first row, from 1.</param>
public abstract record TableEntry(long Line)
{
    /// <summary>A title with all its rows.</summary>
    /// <param name="Line">The line of its first row.</param>
    /// <param name="Identifier">What it is known by from one delivery to the next.</param>
    /// <param name="Document">The title.</param>
    public sealed record Whole(long Line, string Identifier, RowDocument Document) : TableEntry(Line);

    /// <summary>A row that could not be read.</summary>
    /// <param name="Line">Its line.</param>
    /// <param name="Reason">What is wrong and what to do, in words a librarian understands.</param>
    /// <param name="Text">The row as it stands in the file.</param>
    /// <param name="IsBook">Whether it may be of a title that was read before; a line between or below the books is not.</param>
    public sealed record Faulty(long Line, string Reason, string Text, bool IsBook) : TableEntry(Line);
}
