using UnionCatalog.Harvesting.CheckUp;

namespace UnionCatalog.Server.Commands;

/// <summary>What a check-up is asked for.</summary>
/// <param name="Address">The school's address.</param>
/// <param name="Language">The language of what is printed.</param>
/// <param name="ConfigurationFile">Where the configuration file goes; null: it is printed.</param>
/// <param name="LetterFile">Where the letter goes; null: it is printed.</param>
internal sealed record CheckRequest(Uri Address, string Language, string? ConfigurationFile, string? LetterFile);

/// <summary>The check-up before a school joins: needs neither the store nor a configuration.</summary>
internal static class CheckCommand
{
    /// <returns>Success when the library can join, be it with care; <see cref="ExitCode.HarvestFailed"/> when it cannot yet.</returns>
    public static async Task<int> RunAsync(CheckRequest request, string? contact, CancellationToken cancellation)
    {
        var texts = CheckUpTexts.In(request.Language)!;
        var examiner = new Examiner(new CheckUpOptions { Contact = contact }, TimeProvider.System);
        var result = await examiner.ExamineAsync(request.Address, new Steps(texts), cancellation);
        var view = new CheckView(result, texts);
        view.PrintFindings();
        if (request.ConfigurationFile is not { } file)
        {
            view.PrintConfiguration();
        }
        else if (result.Configuration is { } configuration)
        {
            await File.WriteAllTextAsync(file, configuration.Text, cancellation);
            view.PrintSaved("saved.configuration", file);
        }
        else
        {
            view.PrintSaved("no-configuration", file);
        }

        if (request.LetterFile is { } letter)
        {
            await File.WriteAllTextAsync(letter, Letter.Write(result), cancellation);
            view.PrintSaved("saved.letter", letter);
        }
        else
        {
            view.PrintLetter();
        }

        return result.Verdict == Verdict.NotYet ? ExitCode.HarvestFailed : ExitCode.Success;
    }

    private sealed class Steps(CheckUpTexts texts) : IProgress<string>
    {
        public void Report(string value) => Terminal.WriteLine(texts[$"step.{value}"]);
    }
}
