using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>The verbs of the executable, each with its own options.</summary>
internal static class Verbs
{
    private static readonly Option<bool> Full = new("--full")
    {
        Description = "Fetch everything again, not only what changed since the last harvest.",
    };

    private static readonly Option<DateOnly?> Night = new("--night")
    {
        Description = "The night that ended on this morning, such as 2026-11-25. Default: the last harvest of each member, whenever it was.",
        CustomParser = ReadDay,
        HelpName = "date",
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "With --night: how it is written, as text, csv, json or html.",
        DefaultValueFactory = _ => NightCommand.Formats[0],
        HelpName = "format",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Store nothing, and show what would change.",
    };

    private static readonly Option<DateOnly?> From = new("--from")
    {
        Description = "First day whose pages are read again, such as 2026-11-21. Default: the first that is kept.",
        CustomParser = ReadDay,
        HelpName = "date",
    };

    private static readonly Option<bool> Clusters = new("--clusters")
    {
        Description = "Also decide anew which records describe the same edition.",
    };

    private static readonly Argument<string?> MemberName = new("member")
    {
        Description = "Member to harvest, by the name of its configuration file without .json. Default: all.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = ReadMember,
    };

    private static readonly Argument<long> HeldNumber = new("number")
    {
        Description = "The removal, by the number that 'held' shows.",
        CustomParser = ReadNumber,
    };

    private static readonly Option<string?> By = new("--by")
    {
        Description = "Who decides, as it is to be remembered. Default: the user of this machine.",
        HelpName = "name",
    };

    private static readonly Argument<string> ReplayedMember = new("member")
    {
        Description = "Member whose pages are read again, by the name of its configuration file without .json.",
        CustomParser = ReadMember,
    };

    private static readonly Argument<string> File = new("file")
    {
        Description = "A member's file: MARC 21, MARCXML, MODS, or a spreadsheet saved as CSV.",
    };

    private static readonly Argument<string> FileMember = new("member")
    {
        Description = "Whose file it is, by the name of its configuration file without .json.",
        CustomParser = ReadMember!,
    };

    private static readonly Option<string?> OfMember = new("--member")
    {
        Description = "Whose file it is; its configuration may name columns. Default: nobody's.",
        HelpName = "name",
    };

    private static readonly Option<bool> Yes = new("--yes")
    {
        Description = "Store without asking, for scripts.",
    };

    static Verbs() => Format.AcceptOnlyFromAmong(NightCommand.Formats);

    /// <summary>All of them, in the order in which the help shows them.</summary>
    public static IEnumerable<Command> All()
    {
        yield return Verb(
            "demo",
            "Start six imagined member libraries on this machine, harvest them, and serve the result.",
            (parsed, cancellation) => DemoCommand.RunAsync(SharedOptions.Read(parsed), cancellation),
            SharedOptions.Host,
            SharedOptions.Port);
        yield return Verb(
            "harvest",
            "Harvest one member or all of them now, and bring the catalogue up to date.",
            (parsed, cancellation) => parsed.GetValue(DryRun)
                ? DryRunCommand.HarvestAsync(SharedOptions.Read(parsed), parsed.GetValue(MemberName), parsed.GetValue(Full), cancellation)
                : HarvestCommand.RunAsync(SharedOptions.Read(parsed), parsed.GetValue(MemberName), parsed.GetValue(Full), cancellation),
            MemberName,
            Full,
            DryRun);
        yield return Verb(
            "replay",
            "Read the pages of a member that were kept once more, without asking its system.",
            (parsed, cancellation) => parsed.GetValue(DryRun)
                ? DryRunCommand.ReplayAsync(SharedOptions.Read(parsed), parsed.GetValue(ReplayedMember)!, parsed.GetValue(From), cancellation)
                : ReplayCommand.RunAsync(SharedOptions.Read(parsed), parsed.GetValue(ReplayedMember)!, parsed.GetValue(From), cancellation),
            ReplayedMember,
            From,
            DryRun);
        yield return HeldVerb();
        yield return ExplainVerb.Create();
        yield return CheckVerb.Create(SharedOptions.Contact);
        yield return Verb(
            "preview",
            "Show what would come of a member's file, and store nothing.",
            (parsed, cancellation) => PreviewCommand.RunAsync(SharedOptions.Read(parsed), parsed.GetValue(File)!, parsed.GetValue(OfMember), cancellation),
            File,
            OfMember);
        yield return Verb(
            "import",
            "Store a member's file, after showing what would come of it.",
            (parsed, cancellation) => ImportCommand.RunAsync(
                SharedOptions.Read(parsed), parsed.GetValue(FileMember)!, parsed.GetValue(File)!, parsed.GetValue(Yes), cancellation),
            FileMember,
            File,
            Yes);
        yield return Verb(
            "check-config",
            "Read every configuration file and list every error, without starting anything.",
            (parsed, _) => Task.FromResult(CheckConfigCommand.Run(SharedOptions.Read(parsed))));
        yield return Verb(
            "hash-password",
            "Turn a member's upload password into the line for its configuration file. Asks for it, or reads the input.",
            (_, cancellation) => HashPasswordCommand.RunAsync(cancellation));
        yield return Verb(
            "rebuild-index",
            "Build the search index again from the records that are stored.",
            (parsed, cancellation) => RebuildIndexCommand.RunAsync(SharedOptions.Read(parsed), parsed.GetValue(Clusters), cancellation),
            Clusters);
        yield return MatchVerb.Create();
        yield return SearchVerb.Create();
        var report = Verb(
            "report",
            "Show how the last harvest of every member went, or a night.",
            (parsed, cancellation) => parsed.GetValue(Night) is { } night
                ? NightCommand.RunAsync(SharedOptions.Read(parsed), night, parsed.GetValue(Format)!, NightSettings.TextsFrom(parsed), cancellation)
                : ReportCommand.RunAsync(SharedOptions.Read(parsed), cancellation),
            [Night, Format, .. NightSettings.OfAReport]);
        report.Validators.Add(RefuseFormatAlone);
        yield return report;
    }

    private static Command HeldVerb()
    {
        var held = Verb(
            "held",
            "Show the removals that wait for your word: a library's whole list lacked more records than may go at once.",
            (parsed, cancellation) => HeldCommand.ListAsync(SharedOptions.Read(parsed), cancellation));
        held.Add(Verb(
            "confirm",
            "Remove the records.",
            (parsed, cancellation) => HeldCommand.DecideAsync(
                SharedOptions.Read(parsed), parsed.GetValue(HeldNumber), HeldDecision.Confirmed, parsed.GetValue(By), cancellation),
            HeldNumber,
            By));
        held.Add(Verb(
            "refuse",
            "Keep the records.",
            (parsed, cancellation) => HeldCommand.DecideAsync(
                SharedOptions.Read(parsed), parsed.GetValue(HeldNumber), HeldDecision.Refused, parsed.GetValue(By), cancellation),
            HeldNumber,
            By));
        return held;
    }

    private static Command Verb(
        string name, string description, Func<ParseResult, CancellationToken, Task<int>> action, params Symbol[] parts)
    {
        var command = new Command(name, description);
        foreach (var part in parts)
        {
            if (part is Option option)
            {
                command.Add(option);
            }
            else
            {
                command.Add((Argument)part);
            }
        }

        command.SetAction(action);
        return command;
    }

    /// <summary>A member's name, and not an option that was written wrong: no file's name begins with a hyphen.</summary>
    private static string ReadMember(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text.StartsWith('-'))
        {
            result.AddError($"There is no option '{text}'.");
        }

        return text;
    }

    /// <summary>Only a night is written in other forms: the table alone would be taken for a file of the asked form.</summary>
    private static void RefuseFormatAlone(CommandResult result)
    {
        if (result.GetResult(Format) is { Implicit: false } && result.GetResult(Night) is null)
        {
            result.AddError("--format goes with --night, such as --night 2026-11-25 --format csv.");
        }
    }

    private static DateOnly? ReadDay(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        var day = NightEndpoints.ReadDate(text);
        if (day is null)
        {
            result.AddError($"{((OptionResult)result.Parent!).Option.Name} takes a day such as 2026-11-25, not '{text}'.");
        }

        return day;
    }

    private static long ReadNumber(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            result.AddError($"A removal goes by its number, such as 1, not '{text}'. 'held' shows those that wait.");
        }

        return number;
    }
}
