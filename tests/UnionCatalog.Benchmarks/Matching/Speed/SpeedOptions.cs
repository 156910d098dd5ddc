using System.Globalization;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>What a run is asked for.</summary>
/// <param name="Records">The size at which everything is measured. Default: 1,000,000.</param>
/// <param name="Folder">Where the stores are.</param>
/// <param name="IsKept">Whether they stay there, and are used again by the next run.</param>
/// <param name="HasGrowth">Whether a tenth and the double are measured too.</param>
internal sealed record SpeedOptions(int Records, string Folder, bool IsKept, bool HasGrowth)
{
    public const string Usage = "matching-speed [--records N] [--growth yes|no] [--keep FOLDER]";

    /// <returns>Null where the arguments are none that there are.</returns>
    public static SpeedOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new SpeedOptions(1_000_000, Path.Combine(Path.GetTempPath(), $"union-catalog-matching-{Environment.ProcessId}"), false, true);
        for (; arguments.Length > 1; arguments = arguments[2..])
        {
            switch (arguments[0])
            {
                case "--records" when int.TryParse(arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out var records) && records is >= 1_000 and <= 1_500_000:
                    options = options with { Records = records };
                    break;
                case "--growth":
                    options = options with { HasGrowth = arguments[1] == "yes" };
                    break;
                case "--keep":
                    options = options with { Folder = Path.GetFullPath(arguments[1]), IsKept = true };
                    break;
                default:
                    return null;
            }
        }

        return arguments.Length == 0 ? options : null;
    }
}
