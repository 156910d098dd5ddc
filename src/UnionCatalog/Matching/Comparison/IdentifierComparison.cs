namespace UnionCatalog.Matching.Comparison;

/// <summary>Compares identifiers. A shared one is evidence, never a verdict.</summary>
internal static class IdentifierComparison
{
    /// <summary>
    /// Equal when one is shared and one record has no others; shared when both have others beside it; differs when both have
    /// some and none is shared. What is suspicious is as if it were not there.
    /// </summary>
    public static Level Compare(IReadOnlyList<string> left, IReadOnlyList<string> right, IReadOnlySet<string>? suspicious)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return Level.Unknown;
        }

        var (shared, onlyLeft, onlyRight) = (0, 0, 0);
        foreach (var one in left)
        {
            if (suspicious is null || !suspicious.Contains(one))
            {
                _ = right.Contains(one) ? shared++ : onlyLeft++;
            }
        }

        foreach (var other in right)
        {
            onlyRight += !left.Contains(other) && (suspicious is null || !suspicious.Contains(other)) ? 1 : 0;
        }

        return shared == 0 ? (onlyLeft == 0 || onlyRight == 0 ? Level.Unknown : Level.Differs)
            : onlyLeft == 0 || onlyRight == 0 ? Level.Equal
            : Level.Shared;
    }

    /// <summary>
    /// Numbers, each with its agency before a colon: equal when one is shared, shared when another agency gave the two different
    /// ones, differs when only that can be said.
    /// </summary>
    public static Level Numbers(IReadOnlyList<string> left, IReadOnlyList<string> right, IReadOnlySet<string>? suspicious)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return Level.Unknown;
        }

        var (agree, differ) = (false, false);
        foreach (var one in left)
        {
            var ofAgency = right.Where(other => SameAgency(one, other)).ToList();
            var isShared = ofAgency.Contains(one) && suspicious?.Contains(one) != true;
            agree |= isShared;
            differ |= ofAgency.Count > 0 && !isShared && !ofAgency.Exists(other => left.Contains(other) && suspicious?.Contains(other) != true);
        }

        return (agree, differ) switch { (true, false) => Level.Equal, (true, true) => Level.Shared, (false, true) => Level.Differs, _ => Level.Unknown };
    }

    private static bool SameAgency(string left, string right)
    {
        var length = left.IndexOf(':', StringComparison.Ordinal) + 1;
        return string.CompareOrdinal(left, 0, right, 0, length) == 0;
    }
}
