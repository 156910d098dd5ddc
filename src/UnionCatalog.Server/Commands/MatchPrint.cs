using Spectre.Console;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Commands;

/// <summary>Prints pairs of records.</summary>
internal static class MatchPrint
{
    /// <summary>Everything: both records, the table, the verdict and what else has a say.</summary>
    public static void Whole(PairView pair, PageTexts texts)
    {
        Records(pair);
        Terminal.WriteLine();
        Terminal.Write(Draw(pair, texts));
        Terminal.WriteLine($"{pair.Total} {texts["match.weights"]}");
        Terminal.WriteLine();
        Terminal.WriteLine(pair.Verdict);
        foreach (var note in pair.Notes)
        {
            Terminal.WriteLine(note);
        }
    }

    /// <summary>In short: both records, and what speaks for and against.</summary>
    public static void Short(PairView pair, PageTexts texts)
    {
        Records(pair);
        Reasons(texts["match.for"], pair.For);
        Reasons(texts["match.against"], pair.Against);
    }

    /// <summary>The two records.</summary>
    private static void Records(PairView pair)
    {
        foreach (var (letter, record) in new[] { ("A", pair.Left), ("B", pair.Right) })
        {
            Terminal.WriteLine($"{letter}  {record.Key}");
            Terminal.WriteLine($"   {record.Library}{(record.Cluster is null ? "" : $" · /records/{record.Cluster}")}");
            Terminal.WriteLine($"   {string.Join(" · ", [record.Title, .. record.Facts])}");
        }
    }

    private static void Reasons(string heading, IReadOnlyList<string> reasons)
    {
        if (reasons.Count > 0)
        {
            Terminal.WriteLine($"   {heading} {string.Join("; ", reasons)}");
        }
    }

    /// <summary>The evidence, feature by feature.</summary>
    private static Table Draw(PairView pair, PageTexts texts)
    {
        var table = new Table().Border(Terminal.Border);
        foreach (var heading in new[] { texts["match.column.feature"], "A", "B", texts["match.column.level"] })
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }

        table.AddColumn(new TableColumn(new Text(texts["match.column.weight"])) { Alignment = Justify.Right, NoWrap = true });
        foreach (var row in pair.Rows)
        {
            table.AddRow(new[] { row.Feature, row.Left, row.Right, row.Level, row.Weight }.Select(cell => new Text(Terminal.Plain(cell))));
        }

        return table;
    }
}
