using System.CommandLine;
using System.CommandLine.Parsing;
using UnionCatalog.Harvesting.CheckUp;
using UnionCatalog.Records;

namespace UnionCatalog.Server.Commands;

/// <summary>The verb check and its options; what cannot be used is refused before anything is asked.</summary>
internal static class CheckVerb
{
    private static readonly Argument<Uri> School = new("address")
    {
        Description = "Address of the school's OAI-PMH or SRU, or simply of its site: https://perpustakaan.example.sch.id/.",
        CustomParser = ReadAddress,
    };

    private static readonly Option<string> Language = new("--lang")
    {
        Description = "Language of what is printed, id or en. The letter is in both.",
        DefaultValueFactory = _ => CheckUpTexts.All[0].Language,
        CustomParser = ReadLanguage,
        HelpName = "language",
    };

    private static readonly Option<string?> Save = new("--save")
    {
        Description = "File to write the proposed configuration to, such as harvest-configs/sman-1-sewon.json; left out, it is printed.",
        CustomParser = ReadConfigurationFile,
        HelpName = "file",
    };

    private static readonly Option<string?> LetterFile = new("--letter")
    {
        Description = "File to write the letter to the school's librarian to; left out, it is printed.",
        CustomParser = ReadNewFile,
        HelpName = "file",
    };

    /// <summary>The verb.</summary>
    /// <param name="contact">The option, shared by all verbs, that says whom a school's administrator can write to.</param>
    public static Command Create(Option<string?> contact)
    {
        var verb = new Command("check", "Check a school's system before it joins: verdict, configuration file, and a letter to its librarian.")
        {
            School, Language, Save, LetterFile,
        };
        verb.SetAction((parsed, cancellation) => CheckCommand.RunAsync(
            new(parsed.GetRequiredValue(School), parsed.GetValue(Language)!, parsed.GetValue(Save), parsed.GetValue(LetterFile)),
            parsed.GetValue(contact),
            cancellation));
        return verb;
    }

    private static Uri? ReadAddress(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        var address = text.StartsWith('-') ? null : SchoolAddress.Parse(text);
        if (address is null)
        {
            result.AddError($"check takes a web address such as https://perpustakaan.example.sch.id/, not '{text}'.");
        }

        return address;
    }

    private static string ReadLanguage(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (CheckUpTexts.In(text) is null)
        {
            result.AddError($"--lang takes {string.Join(" or ", CheckUpTexts.All.Select(texts => texts.Language))}, not '{text}'.");
        }

        return text;
    }

    /// <summary>The file's name becomes the library's id, which cannot be changed later.</summary>
    private static string? ReadConfigurationFile(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (!text.EndsWith(".json", StringComparison.Ordinal) || !SourceId.IsValid(Path.GetFileNameWithoutExtension(text)))
        {
            result.AddError($"--save takes a file named after the library, in small letters, digits and hyphens, with .json at its end (sman-1-sewon.json), not '{text}'.");
            return null;
        }

        return ReadNewFile(result);
    }

    private static string? ReadNewFile(ArgumentResult result)
    {
        var (text, option) = (result.Tokens.Single().Value, ((OptionResult)result.Parent!).Option.Name);
        if (string.IsNullOrWhiteSpace(text))
        {
            result.AddError($"{option} takes the path of a file.");
            return null;
        }

        var path = Path.GetFullPath(text);
        if (Path.Exists(path))
        {
            result.AddError($"{path} is there already. Delete it first, or give {option} another name.");
        }
        else if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            result.AddError($"There is no folder {Path.GetDirectoryName(path)} for {Path.GetFileName(path)}. Make it first.");
        }

        return path;
    }
}
