using System.CommandLine;
using System.CommandLine.Parsing;
using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Server.Commands;

/// <summary>The verb match, and those below it: how records of one edition are found.</summary>
internal static class MatchVerb
{
    private static readonly Option<string[]> Records = new("--records")
    {
        Description = "Files of records: MARC 21 in ISO 2709, MARCXML or Dublin Core (oai_dc), each also packed with gzip.",
        AllowMultipleArgumentsPerToken = true,
        Required = true,
        HelpName = "file",
    };

    private static readonly Option<string> Truth = new("--truth")
    {
        Description = "Table of what belongs together, columns parted by tabs: record file, number in it from 1, name of the cluster.",
        Required = true,
        HelpName = "file",
    };

    private static readonly Option<bool> HideIdentifiers = new("--hide-identifiers")
    {
        Description = "Take every identifier out of the records first, so that only the description is left to match by.",
    };

    private static readonly Option<string[]> Rules = new("--rules")
    {
        Description = $"Only these rules, of {string.Join(", ", MatchRules.All.Select(rule => rule.Name))}. Default: all.",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = ReadRules,
        HelpName = "name",
    };

    private static readonly Option<int> Worst = new("--worst")
    {
        Description = "How many of the worst false pairs of our rule are shown, of each kind.",
        DefaultValueFactory = _ => 20,
        HelpName = "number",
    };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var verb = new Command("match", "Look into how records of the same edition are found, and correct it.");
        verb.Add(EvaluateVerb());
        foreach (var below in DecideVerbs.All())
        {
            verb.Add(below);
        }

        return verb;
    }

    private static Command EvaluateVerb()
    {
        var verb = new Command("evaluate", "Measure how well records of the same edition are found, on records of which you know what belongs together.")
        {
            Records, Truth, HideIdentifiers, Rules, Worst,
        };
        verb.SetAction((parsed, cancellation) => EvaluateCommand.RunAsync(
            new(
                [.. parsed.GetRequiredValue(Records).Select(Path.GetFullPath).Distinct()],
                Path.GetFullPath(parsed.GetRequiredValue(Truth)),
                parsed.GetValue(HideIdentifiers),
                parsed.GetValue(Rules) is { Length: > 0 } rules ? [.. MatchRules.All.Where(rule => rules.Contains(rule.Name))] : MatchRules.All,
                Math.Max(0, parsed.GetValue(Worst))),
            cancellation));
        return verb;
    }

    private static string[] ReadRules(ArgumentResult result)
    {
        var names = result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (names.FirstOrDefault(name => MatchRules.All.All(rule => rule.Name != name)) is { } unknown)
        {
            result.AddError($"--rules takes {string.Join(", ", MatchRules.All.Select(rule => rule.Name))}, not '{unknown}'.");
        }

        return names;
    }
}
