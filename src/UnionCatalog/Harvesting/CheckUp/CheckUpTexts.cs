using System.Text.Json;
using System.Text.Json.Serialization;
using UnionCatalog.Causes;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>What a check-up says in one language, from checkup-texts.json.</summary>
public sealed class CheckUpTexts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly TextsFile File = Load();

    private readonly Dictionary<string, FindingSentences> _findings;
    private readonly Dictionary<string, string> _texts;
    private readonly Sentences _sentences;
    private readonly CauseCatalogue _causes;

    private CheckUpTexts(string language)
    {
        Language = language;
        _findings = File.Findings.ToDictionary(entry => entry.Key, entry => language == "id" ? entry.Value.Id : entry.Value.En);
        _texts = File.Texts[language];
        _sentences = new(language, File.Words[language]);
        _causes = CauseCatalogue.All.Single(catalogue => catalogue.Language == language);
    }

    /// <summary>The languages, the network's own first.</summary>
    public static IReadOnlyList<CheckUpTexts> All { get; } = [new("id"), new("en")];

    /// <summary>The findings that have sentences.</summary>
    public static IReadOnlyCollection<string> Codes => File.Findings.Keys;

    /// <summary>The language's BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>The keys that have a text.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The text of this key.</summary>
    /// <exception cref="KeyNotFoundException">There is none: a fault of this program, found by a test.</exception>
    public string this[string key] => _texts[key];

    /// <summary>The texts of a language; null where it is not spoken here.</summary>
    public static CheckUpTexts? In(string language) => All.FirstOrDefault(texts => texts.Language == language);

    /// <summary>How much a finding matters.</summary>
    public static Weight WeightOf(Finding finding) => File.Findings[finding.Code].Weight;

    /// <summary>A finding in this language.</summary>
    public FindingSentences Explain(Finding finding)
    {
        var (sentences, values) = (_findings[finding.Code], new Dictionary<string, CauseValue>(finding.Values));
        values.TryAdd("reason", Reason(finding));
        return new(
            _sentences.Fill(sentences.Seen, values),
            sentences.Means is { } means ? _sentences.Fill(means, values) : null,
            sentences.Do is { } what ? _sentences.Fill(what, values) : null);
    }

    /// <summary>The steps, one a line, by which OAI-PMH is switched on in a system; for one that is not known, in any.</summary>
    public IReadOnlyList<string> Steps(KnownSystem? system) => this[$"steps.{system?.Steps ?? "unknown"}"].Split('\n');

    /// <summary>A text with its values.</summary>
    public string Fill(string key, params IEnumerable<(string Name, CauseValue Value)> values) =>
        _sentences.Fill(this[key], values.ToDictionary(value => value.Name, value => value.Value));

    /// <summary>A number as the language writes it.</summary>
    public string Number(double number) => _sentences.Fill("{n}", new Dictionary<string, CauseValue> { ["n"] = number });

    /// <summary>What the program's own catalogue says of a request that failed, else what the system said.</summary>
    private string Reason(Finding finding) =>
        finding.Fault is { } fault && _causes.Explain(fault) is var told ? $"{told.What} {told.Detail}".Trim()
        : finding.Values.TryGetValue("said", out var said) && said.Words is { Length: > 0 } words ? words
        : this["nothing"];

    private static TextsFile Load()
    {
        using var stream = typeof(CheckUpTexts).Assembly.GetManifestResourceStream("checkup-texts.json")!;
        return JsonSerializer.Deserialize<TextsFile>(stream, Json)!;
    }

    private sealed record TextsFile(
        Dictionary<string, Dictionary<string, NounForms>> Words,
        Dictionary<string, FindingEntry> Findings,
        Dictionary<string, Dictionary<string, string>> Texts);

    private sealed record FindingEntry(Weight Weight, FindingSentences Id, FindingSentences En);
}
