namespace UnionCatalog.Matching.Evaluation;

/// <summary>
/// Logistic regression on indicators: Newton's method with a ridge, which keeps a weight small for as long as little is seen
/// of it.
/// </summary>
internal static class LogisticFit
{
    private const double Ridge = 1;
    private const int Steps = 40;
    private const double SmallEnough = 1e-8;

    /// <summary>The weights, one for each indicator; the last is the one that every observation has, and is not held small.</summary>
    public static double[] Of(IReadOnlyList<Observation> observations, int size)
    {
        var weights = new double[size];
        for (var step = 0; step < Steps; step++)
        {
            var (slope, curvature) = Derive(observations, weights);
            var change = Solve(curvature, slope);
            var largest = change.Max(Math.Abs);
            var damping = Math.Min(1, 2 / largest);
            for (var i = 0; i < size; i++)
            {
                weights[i] += damping * change[i];
            }

            if (largest < SmallEnough)
            {
                break;
            }
        }

        return weights;
    }

    private static (double[] Slope, double[,] Curvature) Derive(IReadOnlyList<Observation> observations, double[] weights)
    {
        var size = weights.Length;
        var (slope, curvature) = (new double[size], new double[size, size]);
        for (var i = 0; i < size - 1; i++)
        {
            (slope[i], curvature[i, i]) = (-Ridge * weights[i], Ridge);
        }

        curvature[size - 1, size - 1] = SmallEnough;
        foreach (var (active, same, different) in observations)
        {
            var expected = 1 / (1 + Math.Exp(-active.Sum(i => weights[i])));
            var (miss, bend) = (same - ((same + different) * expected), (same + different) * expected * (1 - expected));
            foreach (var i in active)
            {
                slope[i] += miss;
                foreach (var j in active)
                {
                    curvature[i, j] += bend;
                }
            }
        }

        return (slope, curvature);
    }

    // Cholesky's decomposition: the curvature is symmetric and positive.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var j = 0; j < size; j++)
        {
            for (var i = j; i < size; i++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[i, k] * matrix[j, k];
                }

                matrix[i, j] = i == j ? Math.Sqrt(sum) : sum / matrix[j, j];
            }
        }

        var solution = (double[])right.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
            {
                solution[i] -= matrix[i, k] * solution[k];
            }

            solution[i] /= matrix[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
            {
                solution[i] -= matrix[k, i] * solution[k];
            }

            solution[i] /= matrix[i, i];
        }

        return solution;
    }

    /// <summary>What was seen together.</summary>
    /// <param name="Active">The indicators that are set.</param>
    /// <param name="Same">How often, and how heavily, with "the same".</param>
    /// <param name="Different">How often with "not the same".</param>
    public sealed record Observation(int[] Active, double Same, double Different);
}
