using System.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>
/// Cuts a delimited text into rows and cells (RFC 4180, sections 2.5 to 2.7), and keeps the damage of a stray quote to its own
/// row: a quote ends a cell only before a delimiter or the end of the line, and one that is never closed opens nothing.
/// </summary>
/// <remarks>
/// SLiMS does not double the quotes inside its cells, and cells of schools hold inches and half-quoted names. A reader that
/// pairs quotes over the whole text, as libraries for the standard do, gives the rows that follow away with the one.
/// </remarks>
internal sealed class TableRows(TextReader text, char delimiter)
{
    /// <summary>A cell of more lines than this is no cell: its quote was never closed.</summary>
    private const int MostLines = 60;

    /// <summary>The longest row, in characters.</summary>
    private const int LongestRow = 200_000;

    /// <summary>With fewer columns than this, prose with commas may look like a row.</summary>
    private const int FewColumns = 4;

    private readonly List<string> _lines = [];
    private long _line = 1;

    /// <summary>The rows in their order, blank ones too.</summary>
    /// <param name="fits">Whether cells are as many as the table has columns; null until the columns are known.</param>
    public IEnumerable<TableRow> Read(Func<Predicate<IReadOnlyList<string>>?> fits)
    {
        while (Fill(1))
        {
            var (row, lines) = ReadRow(fits());
            _lines.RemoveRange(0, lines);
            yield return row;
            _line += lines;
        }
    }

    private (TableRow Row, int Lines) ReadRow(Predicate<IReadOnlyList<string>>? fits)
    {
        var line = _lines[0];
        if (line.Length > LongestRow)
        {
            return (Faulty(RowProblems.Say("too-long", LongestRow)), 1);
        }

        return ReadFitting(line, Quotes.Doubled, fits)
            ?? ReadFitting(line, Quotes.Undoubled, fits)
            ?? ReadFitting(line, Quotes.InEveryCell, fits)
            ?? ReadWhole(line)
            ?? ReadLines(fits)
            ?? ReadFitting(line, Quotes.AsLetters, fits)
            ?? (Faulty(RowProblems.Say("quote")), 1);
    }

    /// <summary>A row of one line by the standard, be it of too many or too few cells.</summary>
    private (TableRow Row, int Lines)? ReadWhole(string line) => Split(line, Quotes.Doubled) is { } cells ? (new(_line, line, cells), 1) : null;

    private (TableRow Row, int Lines)? ReadFitting(string line, Quotes quotes, Predicate<IReadOnlyList<string>>? fits) =>
        fits is not null && Split(line, quotes) is { } cells && fits(cells) ? (new(_line, line, cells), 1) : null;

    /// <summary>A row of several lines; null where the quote is not closed soon, or has joined rows that are none.</summary>
    private (TableRow Row, int Lines)? ReadLines(Predicate<IReadOnlyList<string>>? fits)
    {
        var row = new StringBuilder(_lines[0]);
        for (var lines = 2; lines <= MostLines && Fill(lines) && row.Length + _lines[lines - 1].Length < LongestRow; lines++)
        {
            if (fits is not null && Split(_lines[lines - 1], Quotes.Strict) is { Count: >= FewColumns } own && fits(own))
            {
                return null; // this line is a row of its own
            }

            row.Append('\n').Append(_lines[lines - 1]);
            if (Split(row.ToString(), Quotes.Doubled) is { } cells && fits?.Invoke(cells) != false)
            {
                return (new(_line, row.ToString(), cells), lines);
            }
        }

        return null;
    }

    private TableRow Faulty(string reason) => new(_line, _lines[0], [], reason);

    /// <summary>The cells; null where a quote is open at the end.</summary>
    private List<string>? Split(string row, Quotes quotes)
    {
        var cells = new List<string>();
        for (var start = 0; ;)
        {
            var opening = SkipBlanks(row, start);
            var isQuoted = opening < row.Length && row[opening] == '"';
            var end = isQuoted ? ReadQuoted(row, opening, quotes, cells) : ReadBare(row, start, cells);
            if ((end < 0 && quotes != Quotes.AsLetters) || (!isQuoted && quotes == Quotes.Strict && cells[^1].Contains('"', StringComparison.Ordinal)))
            {
                return null;
            }

            end = end < 0 ? ReadBare(row, start, cells) : end;
            if (end >= row.Length)
            {
                return cells;
            }

            start = end + 1;
        }
    }

    private int ReadBare(string row, int start, List<string> cells)
    {
        var end = row.IndexOf(delimiter, start);
        end = end < 0 ? row.Length : end;
        cells.Add(row[start..end]);
        return end;
    }

    /// <summary>Where the delimiter after a quoted cell stands; -1 where the quote is never closed.</summary>
    private int ReadQuoted(string row, int opening, Quotes quotes, List<string> cells)
    {
        var cell = new StringBuilder();
        for (var i = opening + 1; i < row.Length; i++)
        {
            if (row[i] != '"')
            {
                cell.Append(row[i]);
                continue;
            }

            if (quotes is Quotes.Strict or Quotes.Doubled && i + 1 < row.Length && row[i + 1] == '"')
            {
                cell.Append('"');
                i++;
                continue;
            }

            var after = SkipBlanks(row, i + 1);
            if (after >= row.Length || (row[after] == delimiter && (quotes != Quotes.InEveryCell || after + 1 == row.Length || row[after + 1] == '"')))
            {
                cells.Add(cell.ToString());
                return after;
            }

            cell.Append('"');
        }

        return -1;
    }

    private int SkipBlanks(string row, int start)
    {
        while (start < row.Length && row[start] == ' ' && delimiter != ' ')
        {
            start++;
        }

        return start;
    }

    private bool Fill(int count)
    {
        while (_lines.Count < count && ReadLine() is { } line)
        {
            _lines.Add(line);
        }

        return _lines.Count >= count;
    }

    /// <summary>A line, of which no more is held than is needed to see that it is too long.</summary>
    private string? ReadLine()
    {
        var line = new StringBuilder();
        for (var letter = text.Read(); ; letter = text.Read())
        {
            switch (letter)
            {
                case < 0:
                    return line.Length > 0 ? line.ToString() : null;
                case '\r' when text.Peek() == '\n':
                    break;
                case '\r' or '\n':
                    return line.ToString();
                case var _ when line.Length <= LongestRow:
                    line.Append((char)letter);
                    break;
            }
        }
    }

    /// <summary>How quotes within a quoted cell are taken.</summary>
    private enum Quotes
    {
        /// <summary>As <see cref="Doubled"/>, and none stands in a cell that is not quoted.</summary>
        Strict,

        /// <summary>Two stand for one (RFC 4180, section 2.7).</summary>
        Doubled,

        /// <summary>Each stands for itself, unless it is before a delimiter.</summary>
        Undoubled,

        /// <summary>Each stands for itself, unless it is before a delimiter and another quote: SLiMS puts every cell in quotes.</summary>
        InEveryCell,

        /// <summary>As <see cref="Undoubled"/>, and one that opens a cell which nothing closes stands for itself.</summary>
        AsLetters,
    }
}
