using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using UnionCatalog.Records;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>The verbs below match by which people look at, and decide of, pairs of records.</summary>
internal static class DecideVerbs
{
    private const int MostListed = 1_000;

    private static readonly Argument<RecordKey> Left = ExplainVerb.Record("A", "One record, as its library's name and its identifier there: sman-1-sukamaju/oai:sman1:17.");
    private static readonly Argument<RecordKey> Right = ExplainVerb.Record("B", "The other record.");
    private static readonly Option<string> Language = ExplainVerb.LanguageOption();

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = $"How many pairs are shown, 1 to {MostListed}.",
        DefaultValueFactory = _ => 20,
        CustomParser = ReadLimit,
        HelpName = "number",
    };

    private static readonly Option<string> Why = new("--why")
    {
        Description = "The reason, for whoever asks later.",
        Required = true,
        HelpName = "text",
    };

    private static readonly Option<string?> By = new("--by")
    {
        Description = "Who decides, as it is to be remembered. Default: the user of this machine.",
        HelpName = "name",
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Command> All()
    {
        var review = new Command("review", "List the pairs that a person should look at, those that touch the most records first.") { Limit, Language };
        review.SetAction((parsed, cancellation) => ReviewCommand.RunAsync(SharedOptions.Read(parsed), parsed.GetValue(Limit), TextsFrom(parsed), cancellation));
        yield return review;
        yield return Decide("together", "Decide that two records are the same book, whatever they say.", OverrideKind.Together);
        yield return Decide("apart", "Decide that two records are different books, however alike they are.", OverrideKind.Apart);
        var overrides = new Command("overrides", "List what was decided, the newest first.") { Language };
        overrides.SetAction((parsed, cancellation) => DecideCommand.ListAsync(SharedOptions.Read(parsed), TextsFrom(parsed), cancellation));
        yield return overrides;
        var withdraw = new Command("withdraw", "Withdraw what was decided of two records.") { Left, Right, Language };
        withdraw.SetAction((parsed, cancellation) => DecideCommand.WithdrawAsync(
            SharedOptions.Read(parsed), parsed.GetRequiredValue(Left), parsed.GetRequiredValue(Right), TextsFrom(parsed), cancellation));
        yield return withdraw;
    }

    private static Command Decide(string name, string description, OverrideKind kind)
    {
        var verb = new Command(name, description) { Left, Right, Why, By, Language };
        verb.SetAction((parsed, cancellation) => DecideCommand.DecideAsync(
            SharedOptions.Read(parsed), kind, parsed.GetRequiredValue(Left), parsed.GetRequiredValue(Right), parsed.GetRequiredValue(Why), parsed.GetValue(By), TextsFrom(parsed), cancellation));
        return verb;
    }

    private static PageTexts TextsFrom(ParseResult parsed) => PageTexts.In(parsed.GetValue(Language)!);

    private static int ReadLimit(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= MostListed)
        {
            return limit;
        }

        result.AddError($"--limit takes a number from 1 to {MostListed}, not '{text}'.");
        return 0;
    }
}
