using System.CommandLine;

namespace UnionCatalog.Server.Commands;

/// <summary>The verb search, and those below it.</summary>
internal static class SearchVerb
{
    private static readonly Option<string> Cases = new("--cases")
    {
        Description = "Table of known items, columns parted by tabs: query, wanted title or ISBN, kind of query.",
        Required = true,
        HelpName = "file",
    };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var verb = new Command("search", "Look into how the search finds.");
        verb.Add(EvaluateVerb());
        return verb;
    }

    private static Command EvaluateVerb()
    {
        var verb = new Command("evaluate", "Measure how well known items are found in the index, and list those that are not. The service must not be running on the same folder.") { Cases };
        verb.SetAction((parsed, cancellation) =>
            SearchEvaluateCommand.RunAsync(SharedOptions.Read(parsed), Path.GetFullPath(parsed.GetRequiredValue(Cases)), cancellation));
        return verb;
    }
}
