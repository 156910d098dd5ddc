using Spectre.Console;
using Spectre.Console.Rendering;
using Paragraph = UnionCatalog.Harvesting.CheckUp.Paragraph;

namespace UnionCatalog.Server.Commands;

/// <summary>The terminal as it is: bars and drawn tables where a person looks on, plain lines where output is redirected.</summary>
internal static class Terminal
{
    /// <summary>Wide enough for the report's table; where output is redirected there is no window to ask.</summary>
    private const int RedirectedWidth = 160;

    public static IAnsiConsole Console { get; } = Create();

    /// <summary>Whether somebody looks on who can be shown a moving bar.</summary>
    public static bool IsLive => !System.Console.IsOutputRedirected && Console.Profile.Capabilities.Ansi;

    /// <summary>Lines drawn with letters where the output may go to a file or a mail.</summary>
    public static TableBorder Border => IsLive ? TableBorder.Rounded : TableBorder.Ascii2;

    /// <summary>A line: on a terminal broken between words, in a file whole.</summary>
    public static void WriteLine(string line = "")
    {
        foreach (var row in System.Console.IsOutputRedirected ? [Plain(line)] : Rows(Plain(line), Console.Profile.Width))
        {
            System.Console.Out.WriteLine(row);
        }
    }

    /// <summary>The rows of a line on a terminal of so many columns; what follows the first stands further in.</summary>
    internal static IEnumerable<string> Rows(string line, int width)
    {
        if (line.Length <= width)
        {
            return [line];
        }

        var text = line.TrimStart();
        return Paragraph.Hang(line[..^text.Length], text, width - 2).Select((row, number) => number == 0 ? row : $"  {row}");
    }

    /// <summary>The text in one line and without control characters, which a member's words could smuggle into a terminal.</summary>
    public static string Plain(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    public static void Write(IRenderable drawing) => Console.Write(drawing);

    private static IAnsiConsole Create()
    {
        if (!System.Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        // Said outright: some build servers are taken for terminals.
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = RedirectedWidth;
        return console;
    }
}
