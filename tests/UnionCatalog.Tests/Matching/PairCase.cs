using UnionCatalog.Records;

namespace UnionCatalog.Tests.Matching;

/// <summary>Two records, and whether they are of one edition; Cases/Matching/pairs/README.md says how a case is written.</summary>
/// <param name="File">The file it stands in, such as "names.txt".</param>
/// <param name="Line">The line of its verdict in the file, from 1.</param>
/// <param name="Kind">The situation it is a case of, such as "name-inverted".</param>
/// <param name="Why">The reason for the verdict, in words.</param>
/// <param name="IsSame">Whether a reader would take the two for the same book.</param>
/// <param name="Text">The two records as they are written.</param>
internal sealed record PairCase(string File, int Line, string Kind, string Why, bool IsSame, (string Left, string Right) Text)
{
    /// <summary>The first record.</summary>
    public BibRecord Left { get; } = PairRecord.Read(Text.Left);

    /// <summary>The second record.</summary>
    public BibRecord Right { get; } = PairRecord.Read(Text.Right);

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}: {Why}";

    /// <summary>The cases of every .txt file in the folder, file by file.</summary>
    /// <exception cref="FormatException">A case is not written as it should be; the message says where.</exception>
    public static IEnumerable<PairCase> ReadAll(string folder) =>
        Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(ReadFile);

    private static IEnumerable<PairCase> ReadFile(string path)
    {
        var lines = System.IO.File.ReadLines(path)
            .Select((text, i) => (Number: i + 1, Text: text.Trim()))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#');
        return lines.Chunk(3).Select(lineTriple => Read(Path.GetFileName(path), lineTriple));
    }

    private static PairCase Read(string file, (int Number, string Text)[] lines)
    {
        try
        {
            var verdict = lines[0].Text;
            var colon = verdict.IndexOf(": ", StringComparison.Ordinal);
            return verdict is ['=' or 'x', ' ', ..] && colon > 2 && lines.Length == 3
                ? new(file, lines[0].Number, verdict[2..colon], verdict[(colon + 2)..], verdict[0] == '=', (lines[1].Text, lines[2].Text))
                : throw new FormatException("a case is \"= kind: why\" or \"x kind: why\", and then two records, a line each.");
        }
        catch (FormatException e)
        {
            throw new FormatException($"{file}, line {lines[0].Number}: {e.Message}", e);
        }
    }
}
