namespace UnionCatalog.Server.Api;

/// <summary>Whether one slip of a finger makes one word of another.</summary>
internal static class OneEdit
{
    /// <summary>A letter more, less or other, or two neighbours exchanged, or nothing but capitals.</summary>
    public static bool IsBetween(string one, string other)
    {
        var left = one.ToLowerInvariant().AsSpan();
        var right = other.ToLowerInvariant().AsSpan();
        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        return (left.Length <= 1 && right.Length <= 1) || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }
}
