using System.Security.Cryptography;
using System.Text;

namespace UnionCatalog.Matching.Evaluation;

/// <summary>
/// Divides what is labelled into two halves: weights are estimated on the one and measured on the other. A cluster is never
/// divided, and is in the same half for ever, whatever else the set has.
/// </summary>
internal static class Halves
{
    /// <summary>The seed of the division.</summary>
    public const string Seed = "union-catalog-halves-1";

    /// <summary>Whether a cluster is in the half on which weights are estimated.</summary>
    /// <param name="cluster">The name of the cluster, or what else stays the same for what must not be divided.</param>
    public static bool IsTraining(string cluster) => (SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}\n{cluster}"))[0] & 1) == 0;
}
