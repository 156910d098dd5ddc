using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>The verbs and options of the executable.</summary>
internal static class CommandLine
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "Folder where the catalogue is kept.",
        DefaultValueFactory = _ => "./data",
        CustomParser = ReadFolder,
        HelpName = "folder",
        Recursive = true,
    };

    private static readonly Option<string> Configurations = new("--configs")
    {
        Description = "Folder of the member libraries' configuration files, one JSON file each.",
        DefaultValueFactory = _ => "./harvest-configs",
        CustomParser = ReadFolder,
        HelpName = "folder",
        Recursive = true,
    };

    private static readonly Option<string> Host = new("--host")
    {
        Description = "Address to serve on: localhost for this machine alone, 0.0.0.0 for every network it is in.",
        DefaultValueFactory = _ => "localhost",
        CustomParser = ReadHost,
        HelpName = "address",
    };

    private static readonly Option<int> Port = new("--port")
    {
        Description = "Port to serve on.",
        DefaultValueFactory = _ => 5080,
        CustomParser = ReadPort,
        HelpName = "number",
    };

    private static readonly Option<string?> Contact = new("--contact")
    {
        Description = "Mail or web address that member libraries see in each request, to write to when something is amiss.",
        CustomParser = ReadContact,
        HelpName = "address",
        Recursive = true,
    };

    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Log everything, and show the details of a fault.",
        Recursive = true,
    };

    private static readonly Option<bool> JsonLog = new("--json-log")
    {
        Description = "Log one JSON object a line, with the member and the record's identifier in fields of their own.",
        Recursive = true,
    };

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

    /// <summary>A stop waits for the page of a harvest that is being stored, and not for ever.</summary>
    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
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

    /// <summary>Runs what the command line asks for.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build().Parse(args);
        if (parsed.Action is ParseErrorAction wrong)
        {
            // The error is what is to be read, not the whole help after it.
            wrong.ShowHelp = false;
            wrong.ShowTypoCorrections = false;
            await parsed.InvokeAsync(Invocation);
            await Console.Error.WriteLineAsync("--help shows what there is.");
            return ExitCode.WrongConfiguration;
        }

        try
        {
            return await parsed.InvokeAsync(Invocation);
        }
        catch (DataFolderException unusable)
        {
            return Fail(unusable.Message, ExitCode.DataUnusable);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            var settings = SettingsFrom(parsed);
            return Fail($"{settings.Address} is in use by another program. Choose another port with --port.", ExitCode.AddressInUse);
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AccessDenied)
        {
            var settings = SettingsFrom(parsed);
            return Fail($"{settings.Address} cannot be served on: {refused.Message}. Choose another address or port with --host and --port.", ExitCode.AddressInUse);
        }
        catch (OperationCanceledException)
        {
            return Fail("Stopped. What was harvested is kept; the next harvest goes on from here.", ExitCode.HarvestFailed);
        }
        catch (Exception fault) when (DataFolder.Explain(fault) is { } words)
        {
            return Fail(words, ExitCode.DataUnusable);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            var details = parsed.GetValue(Verbose) ? fault.ToString() : $"{fault.Message} (--verbose shows the details.)";
            return Fail($"Something went wrong that should not have. What was stored is kept. {details}", ExitCode.Fault);
        }
    }

    private static int Fail(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }

    private static RootCommand Build()
    {
        var root = new RootCommand(
            """
            UnionCatalog: one catalogue of many libraries.

            Without a command it runs the service: it harvests every member library at its hour and serves the search page.
            """)
        {
            Data, Configurations, Host, Port, Contact, Verbose, JsonLog,
        };
        foreach (var option in NightSettings.Options)
        {
            root.Add(option);
        }

        Format.AcceptOnlyFromAmong(NightCommand.Formats);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Show this help.";
        help.Action = new HelpWithExitCodes((SynchronousCommandLineAction)help.Action!);
        root.Options.OfType<VersionOption>().Single().Description = "Show the version.";
        root.SetAction((parsed, cancellation) => ServeCommand.RunAsync(SettingsFrom(parsed), cancellation));
        root.Add(Verb(
            "demo",
            "Start six imagined member libraries on this machine, harvest them, and serve the result.",
            (parsed, cancellation) => DemoCommand.RunAsync(SettingsFrom(parsed), cancellation),
            Host,
            Port));
        root.Add(Verb(
            "harvest",
            "Harvest one member or all of them now, and bring the catalogue up to date.",
            (parsed, cancellation) => parsed.GetValue(DryRun)
                ? DryRunCommand.HarvestAsync(SettingsFrom(parsed), parsed.GetValue(MemberName), parsed.GetValue(Full), cancellation)
                : HarvestCommand.RunAsync(SettingsFrom(parsed), parsed.GetValue(MemberName), parsed.GetValue(Full), cancellation),
            MemberName,
            Full,
            DryRun));
        root.Add(Verb(
            "replay",
            "Read the pages of a member that were kept once more, without asking its system.",
            (parsed, cancellation) => parsed.GetValue(DryRun)
                ? DryRunCommand.ReplayAsync(SettingsFrom(parsed), parsed.GetValue(ReplayedMember)!, parsed.GetValue(From), cancellation)
                : ReplayCommand.RunAsync(SettingsFrom(parsed), parsed.GetValue(ReplayedMember)!, parsed.GetValue(From), cancellation),
            ReplayedMember,
            From,
            DryRun));
        root.Add(HeldVerb());
        root.Add(CheckVerb.Create(Contact));
        root.Add(Verb(
            "preview",
            "Show what would come of a member's file, and store nothing.",
            (parsed, cancellation) => PreviewCommand.RunAsync(SettingsFrom(parsed), parsed.GetValue(File)!, parsed.GetValue(OfMember), cancellation),
            File,
            OfMember));
        root.Add(Verb(
            "import",
            "Store a member's file, after showing what would come of it.",
            (parsed, cancellation) => ImportCommand.RunAsync(
                SettingsFrom(parsed), parsed.GetValue(FileMember)!, parsed.GetValue(File)!, parsed.GetValue(Yes), cancellation),
            FileMember,
            File,
            Yes));
        root.Add(Verb(
            "check-config",
            "Read every configuration file and list every error, without starting anything.",
            (parsed, _) => Task.FromResult(CheckConfigCommand.Run(SettingsFrom(parsed)))));
        root.Add(Verb(
            "hash-password",
            "Turn a member's upload password into the line for its configuration file. Asks for it, or reads the input.",
            (_, cancellation) => HashPasswordCommand.RunAsync(cancellation)));
        root.Add(Verb(
            "rebuild-index",
            "Build the search index again from the records that are stored.",
            (parsed, cancellation) => RebuildIndexCommand.RunAsync(SettingsFrom(parsed), parsed.GetValue(Clusters), cancellation),
            Clusters));
        var report = Verb(
            "report",
            "Show how the last harvest of every member went, or a night.",
            (parsed, cancellation) => parsed.GetValue(Night) is { } night
                ? NightCommand.RunAsync(SettingsFrom(parsed), night, parsed.GetValue(Format)!, NightSettings.TextsFrom(parsed), cancellation)
                : ReportCommand.RunAsync(SettingsFrom(parsed), cancellation),
            [Night, Format, .. NightSettings.OfAReport]);
        report.Validators.Add(RefuseFormatAlone);
        root.Add(report);
        return root;
    }

    private static Command HeldVerb()
    {
        var held = Verb(
            "held",
            "Show the removals that wait for your word: a library's whole list lacked more records than may go at once.",
            (parsed, cancellation) => HeldCommand.ListAsync(SettingsFrom(parsed), cancellation));
        held.Add(Verb(
            "confirm",
            "Remove the records.",
            (parsed, cancellation) => HeldCommand.DecideAsync(
                SettingsFrom(parsed), parsed.GetValue(HeldNumber), HeldDecision.Confirmed, parsed.GetValue(By), cancellation),
            HeldNumber,
            By));
        held.Add(Verb(
            "refuse",
            "Keep the records.",
            (parsed, cancellation) => HeldCommand.DecideAsync(
                SettingsFrom(parsed), parsed.GetValue(HeldNumber), HeldDecision.Refused, parsed.GetValue(By), cancellation),
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

    /// <summary>A name other than localhost is refused: the web server takes it for every network.</summary>
    private static string ReadHost(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text != "localhost" && !IPAddress.TryParse(text, out _))
        {
            result.AddError($"--host takes localhost or an IP address such as 0.0.0.0, not '{text}'.");
        }

        return text;
    }

    /// <summary>What would not stand in a header, or would end the bracket that it stands in there, is refused.</summary>
    private static string ReadContact(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        var isWritable = text.All(letter => letter is > ' ' and < '\u007F' and not ('(' or ')' or '\\'));
        if (!isWritable || (!text.Contains('@', StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal)))
        {
            result.AddError($"--contact takes a mail or web address such as you@example.org, not '{text}'.");
        }

        return text;
    }

    private static string ReadFolder(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (string.IsNullOrWhiteSpace(text))
        {
            result.AddError($"{((OptionResult)result.Parent!).Option.Name} takes the path of a folder.");
        }

        return text;
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

    private static int ReadPort(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0)
        {
            return port;
        }

        result.AddError($"--port takes a number from 1 to 65535, not '{text}'.");
        return 0;
    }

    private static ServiceSettings SettingsFrom(ParseResult parsed) => new(
        Path.GetFullPath(parsed.GetValue(Data)!),
        Path.GetFullPath(parsed.GetValue(Configurations)!),
        parsed.GetValue(Host)!,
        parsed.GetValue(Port),
        parsed.GetValue(Contact),
        parsed.GetValue(Verbose))
    {
        JsonLog = parsed.GetValue(JsonLog),
        Nights = NightSettings.NightsFrom(parsed), Mail = NightSettings.MailFrom(parsed, parsed.GetValue(Contact)),
    };
}
