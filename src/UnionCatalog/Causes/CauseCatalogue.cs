using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace UnionCatalog.Causes;

/// <summary>
/// The sentences of every cause in one language, from causes.json. In them stands <c>{name}</c> for a value, <c>{name:time}</c> for a
/// time, and <c>{name:noun}</c> for a number with its noun, as the file's words have it.
/// </summary>
public sealed partial class CauseCatalogue
{
    private const string Time = "time";

    private readonly Dictionary<string, CauseSentences> _entries;
    private readonly Dictionary<string, NounForms> _nouns;
    private readonly CultureInfo _culture;

    private CauseCatalogue(CauseFile file, string language)
    {
        Language = language;
        _culture = language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        _entries = file.Causes.ToDictionary(entry => entry.Key, entry => entry.Value[language]);
        _nouns = file.Words[language];
    }

    /// <summary>Every language that the causes are told in, the network's own first.</summary>
    public static IReadOnlyList<CauseCatalogue> All { get; } = Load();

    /// <summary>What the log and the command line speak.</summary>
    public static CauseCatalogue English { get; } = All.Single(catalogue => catalogue.Language == "en");

    /// <summary>The language's BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>The causes that have an entry.</summary>
    public IReadOnlyCollection<string> Codes => _entries.Keys;

    /// <summary>The cause in this language's sentences.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue has no such cause, or the cause lacks a value: a fault of this program, found by a test.</exception>
    public Explanation Explain(Cause cause)
    {
        var entry = _entries[cause.Code];
        return new(Fill(entry.What, cause), entry.Kept is { } kept ? Fill(kept, cause) : null, Fill(entry.Next, cause), Detail(entry, cause));
    }

    /// <summary>Whether the catalogue has the cause; one that was kept by a later version may be unknown to this one.</summary>
    public bool Knows(Cause cause) => _entries.ContainsKey(cause.Code);

    /// <summary>A detail without anything in it is left out: not every system says something.</summary>
    private string? Detail(CauseSentences entry, Cause cause) =>
        entry.Detail is { } detail && Placeholder().Matches(detail).All(match => cause.Values[match.Groups["name"].Value].Words != "")
            ? Fill(detail, cause)
            : null;

    private string Fill(string sentence, Cause cause) =>
        Placeholder().Replace(sentence, match => Write(cause.Values[match.Groups["name"].Value], match.Groups["form"].Value));

    private string Write(CauseValue value, string form) => form switch
    {
        _ when value.Words is { } words => words,
        "" => Number(value.Number),
        Time => Duration(TimeSpan.FromSeconds(value.Number)),
        _ => Counted(value.Number, form),
    };

    /// <summary>In the largest unit of which there are two at least: "90 minutes", not "1.5 hours".</summary>
    private string Duration(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } => Counted(Math.Floor(time.TotalDays), "day"),
        { TotalHours: >= 2 } => Counted(time.TotalHours, "hour"),
        { TotalMinutes: >= 2 } => Counted(time.TotalMinutes, "minute"),
        _ => Counted(time.TotalSeconds, "second"),
    };

    private string Counted(double number, string noun) =>
        string.Format(_culture, number == 1 ? _nouns[noun].One : _nouns[noun].Many, Number(number));

    private string Number(double number) => number.ToString("#,0.#", _culture);

    private static List<CauseCatalogue> Load()
    {
        using var stream = typeof(CauseCatalogue).Assembly.GetManifestResourceStream("causes.json")!;
        var file = JsonSerializer.Deserialize<CauseFile>(stream, JsonSerializerOptions.Web)!;
        return [.. file.Words.Keys.Select(language => new CauseCatalogue(file, language))];
    }

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)(?::(?<form>[a-z]+))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    private sealed record CauseFile(
        Dictionary<string, Dictionary<string, NounForms>> Words, Dictionary<string, Dictionary<string, CauseSentences>> Causes);

    private sealed record NounForms(string One, string Many);

    private sealed record CauseSentences(string What, string? Kept, string Next, string? Detail);
}
