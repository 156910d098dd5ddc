using System.CommandLine;
using System.CommandLine.Parsing;
using UnionCatalog.Records;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Commands;

/// <summary>The verb explain, and how the verbs of matching read records and languages.</summary>
internal static class ExplainVerb
{
    private static readonly Argument<RecordKey> Left = Record("A", "One record, as its library's name and its identifier there: sman-1-sukamaju/oai:sman1:17.");
    private static readonly Argument<RecordKey> Right = Record("B", "The other record.");
    private static readonly Option<string> Language = LanguageOption();

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var verb = new Command("explain", "Show why two records are, or are not, shown as the same book.") { Left, Right, Language };
        verb.SetAction((parsed, cancellation) => ExplainCommand.RunAsync(
            SharedOptions.Read(parsed), parsed.GetRequiredValue(Left), parsed.GetRequiredValue(Right), PageTexts.In(parsed.GetValue(Language)!), cancellation));
        return verb;
    }

    /// <summary>An argument that names a record.</summary>
    public static Argument<RecordKey> Record(string name, string description) => new(name) { Description = description, CustomParser = ReadRecord! };

    /// <summary>The language of what is printed.</summary>
    public static Option<string> LanguageOption()
    {
        var option = new Option<string>("--lang")
        {
            Description = "Language of what is printed.",
            DefaultValueFactory = _ => "en",
            HelpName = "id|en",
        };
        option.AcceptOnlyFromAmong([.. PageTexts.All.Select(texts => texts.Language)]);
        return option;
    }

    private static RecordKey? ReadRecord(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        var key = RecordKey.Parse(text);
        if (key is null)
        {
            result.AddError($"A record is named by its library and its identifier there, with a slash between: sman-1-sukamaju/oai:sman1:17, not '{MatchSaying.Short(text)}'.");
        }

        return key;
    }
}
