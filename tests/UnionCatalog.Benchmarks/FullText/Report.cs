using System.Globalization;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>The lines of a run: words and key=value, printed as they come and kept to be compared at the end.</summary>
internal sealed class Report
{
    private readonly List<string> _lines = [];

    /// <summary>The line printed last.</summary>
    public string Last => _lines[^1];

    /// <summary>All lines until now.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public void Print(FormattableString line) => Echo(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Prints a line that is already one, of a child process.</summary>
    public void Echo(string line)
    {
        _lines.Add(line);
        Console.WriteLine(line);
    }

    /// <summary>Keeps a line that was printed already.</summary>
    public void Keep(string line) => _lines.Add(line);

    /// <summary>The number that a line with these words gives for a key: the median where there are several lines, null where there is none.</summary>
    public double? Find(string words, string key)
    {
        var numbers = _lines.Select(line => line.Split(' '))
            .Where(line => words.Split(' ').All(line.Contains))
            .Select(line => line.FirstOrDefault(pair => pair.StartsWith($"{key}=", StringComparison.Ordinal))?[(key.Length + 1)..])
            .Select(text => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : (double?)null)
            .Where(number => number is not null)
            .Order()
            .ToList();
        return numbers.Count == 0 ? null : numbers[numbers.Count / 2];
    }
}
