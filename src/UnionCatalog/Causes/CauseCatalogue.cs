using System.Text.Json;

namespace UnionCatalog.Causes;

/// <summary>
/// The sentences of every cause in one language, from causes.json; <see cref="Sentences"/> says what stands in them for a value.
/// </summary>
public sealed class CauseCatalogue
{
    private readonly Dictionary<string, CauseSentences> _entries;
    private readonly Sentences _sentences;

    private CauseCatalogue(CauseFile file, string language)
    {
        Language = language;
        _entries = file.Causes.ToDictionary(entry => entry.Key, entry => entry.Value[language]);
        _sentences = new(language, file.Words[language]);
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
        entry.Detail is { } detail && Sentences.NamesIn(detail).All(name => cause.Values[name].Words != "")
            ? Fill(detail, cause)
            : null;

    private string Fill(string sentence, Cause cause) => _sentences.Fill(sentence, cause.Values);

    private static List<CauseCatalogue> Load()
    {
        using var stream = typeof(CauseCatalogue).Assembly.GetManifestResourceStream("causes.json")!;
        var file = JsonSerializer.Deserialize<CauseFile>(stream, JsonSerializerOptions.Web)!;
        return [.. file.Words.Keys.Select(language => new CauseCatalogue(file, language))];
    }

    private sealed record CauseFile(
        Dictionary<string, Dictionary<string, NounForms>> Words, Dictionary<string, Dictionary<string, CauseSentences>> Causes);

    private sealed record CauseSentences(string What, string? Kept, string Next, string? Detail);
}
