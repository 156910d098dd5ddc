namespace UnionCatalog.Server.Pages;

/// <summary>How a distance is told: to the kilometre, for it is reckoned from the middle of a place.</summary>
internal static class DistanceText
{
    /// <summary>The words; null where the distance is not known.</summary>
    public static string? Of(double? kilometres, PageTexts texts) => kilometres switch
    {
        null => null,
        < 1 => texts["nearby.distance.short"],
        { } far => texts.Format("nearby.distance", Math.Round(far)),
    };
}
