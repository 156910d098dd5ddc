using System.Globalization;
using System.Text.Json;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Server.Pages;

/// <summary>What the page says in one language, from the files of Texts/LANGUAGE/, one for each kind of page.</summary>
public sealed class PageTexts
{
    /// <summary>The languages of the page, the network's own first.</summary>
    public static readonly IReadOnlyList<PageTexts> All = [Load("id"), Load("en")];

    private readonly Dictionary<string, string> _texts;

    private PageTexts(string language, Dictionary<string, string> texts)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language);
        _texts = texts;
    }

    /// <summary>The language's BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>How numbers and dates are written.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The keys that have a text.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The text of this key.</summary>
    /// <exception cref="KeyNotFoundException">There is none: a fault of the page, found by a test.</exception>
    public string this[string key] => _texts[key];

    /// <summary>The text of this key, or <paramref name="otherwise"/> where there is none, for values that come from records.</summary>
    public string Find(string key, string otherwise) => _texts.GetValueOrDefault(key, otherwise);

    /// <summary>The text of this key with the numbers and words put into it.</summary>
    public string Format(string key, params object[] parts) => string.Format(Culture, _texts[key], parts);

    /// <summary>The text "key.one" for one, else "key.many".</summary>
    public string Count(string key, long number) => Format(number == 1 ? key + ".one" : key + ".many", number);

    /// <summary>A language's name in this language.</summary>
    public string LanguageName(string code) => LanguageCodes.NameOf(code, Language) ?? code;

    /// <summary>The texts of a language.</summary>
    /// <exception cref="InvalidOperationException">The page has no such language.</exception>
    public static PageTexts In(string language) => All.Single(texts => texts.Language == language);

    /// <summary>The texts that suit a reader: as chosen before, else as the browser asks, else the network's own language.</summary>
    public static PageTexts For(HttpRequest request) => AskedFor(request) ?? All[0];

    /// <summary>The texts that a reader chose before, or whose browser asks for; null where neither names a language of the page.</summary>
    public static PageTexts? AskedFor(HttpRequest request)
    {
        var chosen = All.FirstOrDefault(texts => texts.Language == request.Cookies[PageEndpoints.LanguageCookie]);
        return chosen ?? request.GetTypedHeaders().AcceptLanguage
            .Where(accepted => accepted.Quality != 0)
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => All.FirstOrDefault(texts => IsTongue(accepted.Value.Value, texts.Language)))
            .FirstOrDefault(texts => texts is not null);
    }

    /// <summary>"id-ID" is "id"; "in" is what old phones call Indonesian.</summary>
    private static bool IsTongue(string? tag, string language)
    {
        var tongue = tag?.Split('-')[0].ToLowerInvariant();
        return tongue == language || (tongue == "in" && language == "id");
    }

    private static PageTexts Load(string language)
    {
        var start = $"Pages.Texts.{language}.";
        var assembly = typeof(PageTexts).Assembly;
        var texts = new Dictionary<string, string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                texts.Add(key, text);
            }
        }

        return new PageTexts(language, texts);
    }
}
