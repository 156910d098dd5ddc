using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace UnionCatalog.Server.Commands;

/// <summary>Runs the executable by its command line, and says in a line why it could not.</summary>
internal static class CommandLine
{
    /// <summary>A stop waits for the page of a harvest that is being stored, and not for ever.</summary>
    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
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

        IndexEngine.Choose(parsed.GetValue(SharedOptions.Engine), out var refusal);
        if (refusal is not null)
        {
            return Fail(refusal, ExitCode.WrongConfiguration);
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
            var settings = SharedOptions.Read(parsed);
            return Fail($"{settings.Address} is in use by another program. Choose another port with --port.", ExitCode.AddressInUse);
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AccessDenied)
        {
            var settings = SharedOptions.Read(parsed);
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
            var details = parsed.GetValue(SharedOptions.Verbose) ? fault.ToString() : $"{fault.Message} (--verbose shows the details.)";
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
            """);
        foreach (var option in SharedOptions.All)
        {
            root.Add(option);
        }

        foreach (var verb in Verbs.All())
        {
            root.Add(verb);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Show this help.";
        help.Action = new HelpWithExitCodes((SynchronousCommandLineAction)help.Action!);
        root.Options.OfType<VersionOption>().Single().Description = "Show the version.";
        root.SetAction((parsed, cancellation) => ServeCommand.RunAsync(SharedOptions.Read(parsed), cancellation));
        return root;
    }
}
