using System.Globalization;
using UnionCatalog.Matching.Features;

namespace UnionCatalog.Matching.Comparison;

/// <summary>
/// What each level of each feature says for "the same", as a log-likelihood ratio in hundredths of a nat: weights.tsv,
/// estimated from labelled pairs.
/// </summary>
internal sealed class Weights
{
    private static readonly int LevelCount = Enum.GetValues<Level>().Length;

    private readonly int[] _weights;

    private Weights(int[] weights) => _weights = weights;

    /// <summary>Those in use, built into the assembly.</summary>
    public static Weights Present { get; private set; } = Read(Table.Rows(typeof(Weights), "weights.tsv"));

    /// <summary>What every pair begins with.</summary>
    public required int Prior { get; init; }

    /// <summary>A pair is the same from this sum up.</summary>
    public required int Same { get; init; }

    /// <summary>A pair is for a person to look at from this sum up.</summary>
    public required int Unsure { get; init; }

    /// <summary>A pair below this sum is not in one cluster, whatever other records are like it.</summary>
    public required int Apart { get; init; }

    /// <summary>The weight told of a pair that a veto ended before its evidence was added up.</summary>
    public const int Least = -10_000;

    /// <summary>The weight of a level of a feature; 0 for one that says nothing.</summary>
    public int Of(Feature feature, Level level) => _weights[((int)feature * LevelCount) + (int)level];

    /// <summary>Reads rows "feature, level, weight in nats" and "decision, prior|same|unsure|apart, nats".</summary>
    /// <exception cref="FormatException">A row is not of this kind.</exception>
    public static Weights Read(IEnumerable<string[]> rows)
    {
        var weights = new int[Enum.GetValues<Feature>().Length * LevelCount];
        var decisions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var weight = (int)Math.Round(double.Parse(row[2], CultureInfo.InvariantCulture) * 100);
            if (row[0] == "decision")
            {
                decisions[row[1]] = weight;
            }
            else if (Enum.TryParse<Feature>(row[0], out var feature) && Enum.TryParse<Level>(row[1], out var level))
            {
                weights[((int)feature * LevelCount) + (int)level] = weight;
            }
            else
            {
                throw new FormatException($"weights.tsv: there is no feature {row[0]} with level {row[1]}.");
            }
        }

        return new(weights) { Prior = decisions["prior"], Same = decisions["same"], Unsure = decisions["unsure"], Apart = decisions["apart"] };
    }

    /// <summary>Uses others for as long as weights are being estimated; no thread may be comparing meanwhile.</summary>
    public static void Use(Weights others) => Present = others;
}
