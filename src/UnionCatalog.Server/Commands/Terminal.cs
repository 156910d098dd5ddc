using Spectre.Console;
using Spectre.Console.Rendering;

namespace UnionCatalog.Server.Commands;

/// <summary>The terminal as it is: bars and drawn tables where a person looks on, plain lines where output is redirected.</summary>
internal static class Terminal
{
    /// <summary>Wide enough for the report's table; where output is redirected there is no window to ask.</summary>
    private const int RedirectedWidth = 140;

    public static IAnsiConsole Console { get; } = Create();

    /// <summary>Whether somebody looks on who can be shown a moving bar.</summary>
    public static bool IsLive => !System.Console.IsOutputRedirected && Console.Profile.Capabilities.Ansi;

    /// <summary>Lines drawn with letters where the output may go to a file or a mail.</summary>
    public static TableBorder Border => IsLive ? TableBorder.Rounded : TableBorder.Ascii2;

    /// <summary>A line as it is: a terminal wraps it, a file keeps it whole.</summary>
    public static void WriteLine(string line = "") => System.Console.Out.WriteLine(line);

    public static void Write(IRenderable drawing) => Console.Write(drawing);

    private static IAnsiConsole Create()
    {
        var console = AnsiConsole.Console;
        if (System.Console.IsOutputRedirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }
}
