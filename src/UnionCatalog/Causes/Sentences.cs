using System.Globalization;
using System.Text.RegularExpressions;

namespace UnionCatalog.Causes;

/// <summary>
/// Puts values into the sentences of one language. In a sentence stands <c>{name}</c> for a value, <c>{name:time}</c> for a time, and
/// <c>{name:noun}</c> for a number with its noun, as the sentences' file has it under "words".
/// </summary>
internal sealed partial class Sentences(string language, IReadOnlyDictionary<string, NounForms> nouns)
{
    private const string Time = "time";

    private readonly CultureInfo _culture = language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);

    /// <summary>The names of the values that a sentence needs.</summary>
    public static IEnumerable<string> NamesIn(string sentence) => Placeholder().Matches(sentence).Select(match => match.Groups["name"].Value);

    /// <summary>The sentence with its values.</summary>
    /// <exception cref="KeyNotFoundException">A value or a noun is missing.</exception>
    public string Fill(string sentence, IReadOnlyDictionary<string, CauseValue> values) =>
        Placeholder().Replace(sentence, match => Write(values[match.Groups["name"].Value], match.Groups["form"].Value));

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
        string.Format(_culture, number == 1 ? nouns[noun].One : nouns[noun].Many, Number(number));

    private string Number(double number) => number.ToString("#,0.#", _culture);

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)(?::(?<form>[a-z]+))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}

/// <summary>A noun with its number: "{0} record", "{0} records".</summary>
internal sealed record NounForms(string One, string Many);
