using System.IO.Hashing;
using System.Text;

namespace UnionCatalog.FullText.Analysis;

/// <summary>
/// Words are also found under others that mean the same, at the same place. A query looks for the word as it is typed, so that a
/// table must have each pair both ways that is to be found both ways.
/// </summary>
public sealed class Synonyms : IAnalysisStep
{
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _others;

    /// <summary>Makes the step.</summary>
    /// <param name="table">Words, and what they are also found under. They are folded here.</param>
    /// <exception cref="ArgumentException">An entry is not one word.</exception>
    public Synonyms(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var others = table
            .GroupBy(entry => Word(entry.Key), entry => entry.Value.Select(Word), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(words => words).Where(word => word != group.Key).Distinct().ToArray(), StringComparer.Ordinal);
        _others = others.GetAlternateLookup<ReadOnlySpan<char>>();
        var lines = others.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={string.Join(',', entry.Value)}\n");
        Identity = FormattableString.Invariant($"synonyms 1.{XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(string.Concat(lines))):x16}");
    }

    /// <inheritdoc/>
    public string Identity { get; }

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<char> term, StepOutput next)
    {
        next.Add(term);
        if (_others.TryGetValue(term, out var others))
        {
            foreach (var other in others)
            {
                next.Add(other);
            }
        }
    }

    private static string Word(string text) =>
        new TextAnalyzer().Terms(text) is [var word] ? word : throw new ArgumentException($"Synonyms are single words, and this is not one: '{text}'.");
}
