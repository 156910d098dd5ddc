using System.Globalization;

namespace UnionCatalog.Harvesting.Files;

/// <summary>Why a file cannot be read: what it is and what to do, in Indonesian and English; see faults.tsv.</summary>
/// <param name="code">The code in faults.tsv.</param>
/// <param name="arguments">What the text names.</param>
public sealed class FileFault(string code, params string[] arguments) : Exception(Write(code, "en", arguments))
{
    private static readonly Dictionary<string, (string Indonesian, string English)> Texts = Load();

    /// <summary>The code in faults.tsv, such as "spreadsheet".</summary>
    public string Code { get; } = code;

    /// <summary>The words.</summary>
    /// <param name="language">"id" or "en".</param>
    public string In(string language) => Write(Code, language, arguments);

    private static string Write(string code, string language, string[] arguments)
    {
        var (indonesian, english) = Texts[code];
        return string.Format(CultureInfo.InvariantCulture, language == "id" ? indonesian : english, arguments);
    }

    private static Dictionary<string, (string Indonesian, string English)> Load()
    {
        using var stream = typeof(FileFault).Assembly.GetManifestResourceStream("UnionCatalog.Harvesting.Files.faults.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(row => row[0], row => (row[1], row[2]));
    }
}
