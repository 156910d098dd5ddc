namespace UnionCatalog.Records.Rows;

/// <summary>Finds what parts the cells of a delimited text.</summary>
internal static class TableDelimiter
{
    private static readonly char[] Candidates = ['\t', ';', ',', '|'];

    /// <summary>
    /// The character that most lines have equally often outside quotes: commas within titles are in some lines only. A comma
    /// where no line has any.
    /// </summary>
    /// <param name="lines">The first lines.</param>
    public static char Find(IReadOnlyList<string> lines)
    {
        // Excel writes and reads this first line.
        if (lines is [var first, ..] && first.TrimStart('\uFEFF') is ['s', 'e', 'p', '=', var stated, ..])
        {
            return stated;
        }

        return Candidates.Select(candidate => (Candidate: candidate, Agreement: Agreement(lines, candidate)))
            .MaxBy(pair => pair.Agreement) is { Agreement.Lines: > 0 } best ? best.Candidate : ',';
    }

    /// <summary>How many lines agree on the most usual number, and that number.</summary>
    private static (int Lines, int Count) Agreement(IReadOnlyList<string> lines, char candidate) => (
        from line in lines
        let count = CountOutsideQuotes(line, candidate)
        where count > 0
        group count by count into equal
        select (equal.Count(), equal.Key)).DefaultIfEmpty().Max();

    private static int CountOutsideQuotes(string line, char candidate)
    {
        var (count, isQuoted) = (0, false);
        foreach (var letter in line)
        {
            isQuoted ^= letter == '"';
            count += letter == candidate && !isQuoted ? 1 : 0;
        }

        return count;
    }
}
