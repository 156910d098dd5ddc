using System.Globalization;

namespace UnionCatalog.Matching.Evaluation;

/// <summary>
/// A table of which records belong together: a line for each record, with the name of its file, its number in the file, and the
/// name of its cluster, parted by tabs. Columns behind these, blank lines, lines that begin with "#" and a heading are passed over.
/// </summary>
/// <param name="Rows">The rows that can be read.</param>
/// <param name="Problems">Those that cannot.</param>
internal sealed record TruthTable(IReadOnlyList<TruthRow> Rows, IReadOnlyList<TruthProblem> Problems)
{
    /// <summary>Reads a table.</summary>
    public static TruthTable Read(IEnumerable<string> lines)
    {
        var (rows, problems) = (new List<TruthRow>(), new List<TruthProblem>());
        foreach (var (number, text) in lines.Select((text, i) => (i + 1, text.TrimStart('\uFEFF'))))
        {
            if (string.IsNullOrWhiteSpace(text) || text[0] == '#')
            {
                continue;
            }

            var cells = text.Split('\t').Select(cell => cell.Trim().Trim('"')).ToArray();
            if (cells.Length < 3)
            {
                problems.Add(new(number, "the line has fewer than three columns, parted by tabs: record file, number in it, cluster."));
            }
            else if (!long.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var record) || record < 1)
            {
                // Where nothing was read so far, it is the heading.
                if (rows.Count + problems.Count > 0 || cells[1].Any(char.IsAsciiDigit))
                {
                    problems.Add(new(number, $"\"{cells[1]}\" is no number of a record: they are counted from 1."));
                }
            }
            else if (cells[0].Length == 0 || cells[2].Length == 0)
            {
                problems.Add(new(number, cells[0].Length == 0 ? "no record file is named." : "no cluster is named."));
            }
            else
            {
                rows.Add(new(number, cells[0], record, cells[2]));
            }
        }

        return new(rows, problems);
    }
}

/// <summary>A row of the table.</summary>
/// <param name="Line">Its line in the table, from 1.</param>
/// <param name="File">The record file, as the table names it.</param>
/// <param name="Number">The record's number in the file, from 1.</param>
/// <param name="Cluster">The cluster in which the record belongs.</param>
internal sealed record TruthRow(int Line, string File, long Number, string Cluster);

/// <summary>Why a row of the table says nothing.</summary>
/// <param name="Line">Its line in the table, from 1.</param>
/// <param name="Reason">What is wrong with it.</param>
internal sealed record TruthProblem(int Line, string Reason);
