using UnionCatalog.Harvesting.CheckUp;

namespace UnionCatalog.Server.Commands;

/// <summary>Prints what a check-up has come to, in lines for a terminal of 80 columns.</summary>
internal sealed class CheckView(CheckUpResult result, CheckUpTexts texts)
{
    private const int Width = 78;
    private const int LabelWidth = 14;

    /// <summary>The verdict, the facts, what to mend, what to know, and how the records will look.</summary>
    public void PrintFindings()
    {
        Terminal.WriteLine();
        PrintLines(Paragraph.Wrap(texts[$"verdict.{result.Verdict}"], Width));
        Terminal.WriteLine();
        PrintFacts();
        PrintGroup("title.mend", "! ", Weight.Stop, Weight.Care);
        PrintGroup("title.know", "- ", Weight.Note);
        if (result.Samples.Count > 0)
        {
            PrintTitle(texts["title.samples"]);
            foreach (var sample in result.Samples)
            {
                PrintLines(SampleLines.Of(sample, texts).SelectMany((line, number) => Paragraph.Hang(number == 0 ? "- " : "  ", line, Width)));
            }
        }
    }

    /// <summary>The configuration file, where there is one to propose.</summary>
    public void PrintConfiguration()
    {
        if (result.Configuration is { } configuration)
        {
            PrintTitle(texts.Fill("title.configuration", ("file", $"{configuration.Id}.json")));
            PrintLines(configuration.Text.TrimEnd().Split('\n'));
        }
    }

    /// <summary>The letter.</summary>
    public void PrintLetter()
    {
        PrintTitle(texts["title.letter"]);
        PrintLines(Letter.Write(result).TrimEnd().Split('\n'));
    }

    /// <summary>Where something was written, or why not.</summary>
    public void PrintSaved(string key, string file)
    {
        Terminal.WriteLine();
        PrintLines(Paragraph.Wrap(texts.Fill(key, ("file", file)), Width));
    }

    private void PrintFacts()
    {
        PrintFact("fact.address", result.Address?.AbsoluteUri);
        PrintFact("fact.name", result.Name);
        PrintFact("fact.mail", result.Mail);
        PrintFact("fact.system", result.System?.Name ?? (result.Address is null ? null : texts["system.unknown"]));
        PrintFact("fact.preset", result.Preset);
        PrintFact("fact.format", result.Format);
        PrintFact("fact.records", Records());
        PrintFact("fact.quality", Quality());
        PrintFact("fact.speed", Speed());
        PrintFact("fact.requests", texts.Fill("requests.told", ("requests", result.Requests)));
    }

    private string? Records() => (result.RecordCount, result.PageSize) switch
    {
        ({ } count, 0) => texts.Number(count),
        ({ } count, var page) => texts.Fill("records.told", ("count", count), ("page", page)),
        (null, 0) => null,
        (null, var page) => texts.Fill("records.untold", ("page", page)),
    };

    private string? Quality() => result.Shares is not { } shares ? null : texts.Fill(
        "quality.told",
        ("records", shares.Records),
        ("titles", Percent(shares.Titles, shares.Records)),
        ("isbns", Percent(shares.Isbns, shares.Records)),
        ("calls", Percent(shares.CallNumbers, shares.Records)),
        ("items", Percent(shares.Items, shares.Records)));

    private string? Speed() => result.Speed switch
    {
        null => null,
        { Whole: { } whole } speed => texts.Fill("speed.told", ("page", AtLeast(speed.Page, 0.1)), ("rate", Math.Round(speed.RecordsPerSecond)), ("whole", AtLeast(whole, 1))),
        var speed => texts.Fill("speed.untold", ("page", AtLeast(speed.Page, 0.1)), ("rate", Math.Round(speed.RecordsPerSecond))),
    };

    private static TimeSpan AtLeast(TimeSpan time, double seconds) => TimeSpan.FromSeconds(Math.Max(seconds, time.TotalSeconds));

    private static double Percent(int part, int whole) => Math.Floor(100.0 * part / whole);

    private void PrintFact(string label, string? value)
    {
        if (value is not null)
        {
            PrintLines(Paragraph.Hang(texts[label].PadRight(LabelWidth), value, Width));
        }
    }

    private void PrintGroup(string title, string mark, params Weight[] weights)
    {
        var group = result.Findings.Where(finding => weights.Contains(CheckUpTexts.WeightOf(finding))).Select(texts.Explain).ToList();
        if (group.Count == 0)
        {
            return;
        }

        PrintTitle(texts[title]);
        foreach (var finding in group)
        {
            PrintLines(Paragraph.Hang(mark, $"{finding.Seen} {finding.Means}".Trim(), Width));
            if (finding.Do is { } what)
            {
                PrintLines(Paragraph.Hang("  > ", what, Width));
            }
        }
    }

    private static void PrintTitle(string title)
    {
        Terminal.WriteLine();
        PrintLines(Paragraph.Wrap(title, Width));
        Terminal.WriteLine(new string('-', Math.Min(Width, title.Length)));
    }

    private static void PrintLines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Terminal.WriteLine(line);
        }
    }
}
