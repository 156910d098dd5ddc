using System.Globalization;
using System.Text.RegularExpressions;

namespace UnionCatalog.Tests.Harvesting.Sru;

/// <summary>
/// A server that gives only so many records of any list, and understands "and", "or", "not" and the beginnings of words in one
/// index, in lower case as most servers do.
/// </summary>
/// <param name="records">Its records, each with its control number and the words of its index.</param>
/// <param name="cap">How many it gives.</param>
internal sealed partial class CappedSru(IReadOnlyList<(string Number, string[] Words)> records, int cap)
{
    /// <summary>Says that the place is out of range, rather than giving an empty page.</summary>
    public bool IsOutspoken { get; init; }

    /// <summary>How many requests came.</summary>
    public int Requests { get; private set; }

    public Task<Reply> AnswerAsync(string arguments)
    {
        Requests++;
        var request = arguments.Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var found = Find(request["query"]);
        var start = int.Parse(request["startRecord"], CultureInfo.InvariantCulture);
        var count = int.Parse(request["maximumRecords"], CultureInfo.InvariantCulture);
        var page = found.Take(cap).Skip(start - 1).Take(count).ToList();
        return Task.FromResult(page.Count == 0 && IsOutspoken && found.Count > 0
            ? SruPages.Diagnostic(61, found.Count)
            : new Reply(SruPages.Wrap(string.Concat(page.Select(record => SruPages.Marc(record.Number))), new Dictionary<string, string> { ["size"] = $"{found.Count}" })));
    }

    private List<(string Number, string[] Words)> Find(string query)
    {
        var parts = query.Split(" not ");
        var (wanted, unwanted) = (Beginnings(parts[0]), parts.Length > 1 ? Beginnings(parts[1]) : []);
        return [.. records.Where(record => wanted.All(word => Begins(record.Words, word)) && !unwanted.Any(word => Begins(record.Words, word)))];
    }

    private static bool Begins(string[] words, string beginning) => words.Any(word => word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    private static List<string> Beginnings(string clause) => [.. Beginning().Matches(clause).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("rec\\.id=\"([^\"*]*)\\*\"")]
    private static partial Regex Beginning();
}
