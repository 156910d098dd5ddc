using System.CommandLine;
using System.CommandLine.Invocation;

namespace UnionCatalog.Server.Commands;

/// <summary>The usual help, and below it what the exit codes mean, for whoever writes a script.</summary>
internal sealed class HelpWithExitCodes(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    private const string ExitCodes =
        """
        Exit codes:
          0  all went well
          1  at least one member could not be harvested; the others were. Of check: the library cannot join yet
          2  the command line or a configuration file is wrong; nothing was started
          3  the data folder cannot be used: in use, not writable, full, or SQLite is missing
          4  the address to serve on cannot be had, usually because another program has it
          5  something went wrong that should not have
        """;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(ExitCodes);
        return result;
    }
}
