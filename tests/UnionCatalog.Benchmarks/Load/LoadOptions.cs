using System.Globalization;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>What a load test is asked for.</summary>
internal sealed record LoadOptions
{
    public const string Usage = "load [--clusters N] [--seconds S] [--connections N] [--folder FOLDER] [--write]";

    /// <summary>Editions in the catalogue. Default: 1,000,000.</summary>
    public int Clusters { get; private init; } = 1_000_000;

    /// <summary>How long the searches are timed. Default: 60.</summary>
    public int Seconds { get; private init; } = 60;

    /// <summary>Requests under way at any time. Default: 16.</summary>
    public int Connections { get; private init; } = 16;

    /// <summary>Where the catalogues are kept for the next run, one folder each.</summary>
    public string Folder { get; private init; } = Path.Combine(Path.GetTempPath(), "union-catalog-load");

    /// <summary>Whether the results are written down beside those of the other benchmarks.</summary>
    public bool IsWritten { get; private init; }

    /// <returns>Null where the arguments are none that there are.</returns>
    public static LoadOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new LoadOptions();
        while (arguments.Length > 0)
        {
            if (arguments[0] == "--write")
            {
                options = options with { IsWritten = true };
                arguments = arguments[1..];
                continue;
            }

            if (arguments.Length < 2)
            {
                return null;
            }

            var isNumber = int.TryParse(arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            switch (arguments[0])
            {
                case "--clusters" when isNumber && number is >= 1_000 and <= 10_000_000:
                    options = options with { Clusters = number };
                    break;
                case "--seconds" when isNumber:
                    options = options with { Seconds = number };
                    break;
                case "--connections" when isNumber && number <= 1_000:
                    options = options with { Connections = number };
                    break;
                case "--folder":
                    options = options with { Folder = Path.GetFullPath(arguments[1]) };
                    break;
                default:
                    return null;
            }

            arguments = arguments[2..];
        }

        return options;
    }
}
