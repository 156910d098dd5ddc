using System.Globalization;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>The lines of a run: words and key=value, printed as they come and kept to be compared at the end.</summary>
internal sealed class Report
{
    private readonly List<string> _lines = [];

    /// <summary>The line printed last.</summary>
    public string Last => _lines[^1];

    public void Print(FormattableString line) => Echo(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Prints a line that is already one, of a child process.</summary>
    public void Echo(string line)
    {
        _lines.Add(line);
        Console.WriteLine(line);
    }

    /// <summary>Keeps a line that was printed already.</summary>
    public void Keep(string line) => _lines.Add(line);

    /// <summary>The number that the last line with these words gives for a key; null where there is none.</summary>
    public double? Find(string words, string key)
    {
        var line = _lines.LastOrDefault(line => words.Split(' ').All(line.Split(' ').Contains));
        var pair = line?.Split(' ').FirstOrDefault(pair => pair.StartsWith($"{key}=", StringComparison.Ordinal));
        return double.TryParse(pair?[(key.Length + 1)..], CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
