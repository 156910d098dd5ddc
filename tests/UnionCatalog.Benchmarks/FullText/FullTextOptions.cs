using System.Globalization;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>What a run is asked for.</summary>
internal sealed record FullTextOptions
{
    public const string Usage = "fulltext [--docs N] [--queries N] [--engines ours,lucene,fts5,floor] [--keep FOLDER]";

    /// <summary>Default: 1,000,000.</summary>
    public int Books { get; private init; } = 1_000_000;

    /// <summary>Questions of each class. Default: 1,000.</summary>
    public int Queries { get; private init; } = 1_000;

    public bool HasOurs { get; private init; } = true;

    /// <summary>Only in a build with it.</summary>
    public bool HasLucene { get; private init; } = LuceneEngine.IsThere;

    public bool HasFts5 { get; private init; } = true;

    /// <summary>The floor is decoded from our files, so it needs ours.</summary>
    public bool HasFloor { get; private init; } = true;

    /// <summary>Where the indexes are. Default: a folder that is gone afterwards.</summary>
    public string Folder { get; private init; } = Path.Combine(Path.GetTempPath(), $"union-catalog-fulltext-{Environment.ProcessId}");

    /// <summary>Whether the indexes stay there, and are used again by the next run over as many books.</summary>
    public bool IsKept { get; private init; }

    /// <returns>Null where the arguments are none that there are.</returns>
    public static FullTextOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new FullTextOptions();
        for (; arguments.Length > 0; arguments = arguments[2..])
        {
            if (arguments.Length < 2)
            {
                return null;
            }

            var isNumber = int.TryParse(arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            string[] engines = arguments[1].Split(',');
            switch (arguments[0])
            {
                case "--docs" when isNumber && number >= 1_000:
                    options = options with { Books = number };
                    break;
                case "--queries" when isNumber:
                    options = options with { Queries = number };
                    break;
                case "--engines" when engines.All(engine => engine is "ours" or "fts5" or "floor" || (engine == LuceneEngine.EngineName && LuceneEngine.IsThere)):
                    options = options with { HasOurs = engines.Contains("ours"), HasLucene = engines.Contains(LuceneEngine.EngineName), HasFts5 = engines.Contains("fts5"), HasFloor = engines.Contains("floor") };
                    break;
                case "--keep":
                    options = options with { Folder = Path.GetFullPath(arguments[1]), IsKept = true };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
