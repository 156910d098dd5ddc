using Spectre.Console;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Records;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Commands;

/// <summary>Shows why two records are, or are not, one edition; also while the service is running on the same folder.</summary>
internal static class ExplainCommand
{
    public static Task<int> RunAsync(ServiceSettings settings, RecordKey left, RecordKey right, PageTexts texts, CancellationToken cancellation) =>
        MatchStore.WithAsync(
            settings,
            async (store, members) =>
            {
                var words = new MatchTexts(texts);
                switch (await new MatchExplainer(store, members).ExplainAsync(left, right, cancellation))
                {
                    case PairExplaining.Explained { Pair: var pair }:
                        Print(new MatchView(words, members).Of(pair), texts);
                        return ExitCode.Success;
                    case PairExplaining.Missing { Records: var missing }:
                        foreach (var record in missing)
                        {
                            await Console.Error.WriteLineAsync(Terminal.Plain(words.Tell(record)));
                        }

                        break;
                }

                return ExitCode.WrongConfiguration;
            },
            cancellation);

    private static void Print(PairView pair, PageTexts texts)
    {
        Print("A", pair.Left);
        Print("B", pair.Right);
        Terminal.WriteLine();
        Terminal.Write(Draw(pair, texts));
        Terminal.WriteLine($"{texts.Format("match.total", pair.Weight)}. {texts["match.weights"]}");
        Terminal.WriteLine();
        Terminal.WriteLine(pair.Verdict);
        foreach (var note in pair.Notes)
        {
            Terminal.WriteLine(note);
        }
    }

    private static void Print(string letter, RecordView record)
    {
        Terminal.WriteLine($"{letter}  {record.Key}: {record.Library}");
        Terminal.WriteLine($"   {string.Join(" · ", [record.Title, .. record.Facts])}");
        if (record.Cluster is not null)
        {
            Terminal.WriteLine($"   /records/{record.Cluster}");
        }
    }

    /// <summary>The evidence, feature by feature.</summary>
    internal static Table Draw(PairView pair, PageTexts texts)
    {
        var table = new Table().Border(Terminal.Border);
        table.AddColumn(new TableColumn(new Text(texts["match.column.feature"])));
        table.AddColumn(new TableColumn(new Text("A")));
        table.AddColumn(new TableColumn(new Text("B")));
        table.AddColumn(new TableColumn(new Text(texts["match.column.level"])));
        table.AddColumn(new TableColumn(new Text(texts["match.column.weight"])) { Alignment = Justify.Right, NoWrap = true });
        foreach (var row in pair.Rows)
        {
            table.AddRow(new[] { row.Feature, row.Left, row.Right, row.Level, row.Weight }.Select(cell => new Text(Terminal.Plain(cell))));
        }

        return table;
    }
}
