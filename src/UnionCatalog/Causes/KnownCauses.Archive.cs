namespace UnionCatalog.Causes;

// Of harvests that wait, and of pages that are kept. None of them is a failure.
internal static partial class KnownCauses
{
    public static Cause OutsideHours(string hours, string until) => Of("outside-hours", ("hours", hours), ("until", until));

    public static Cause DayUsedUp(long limit, string until) => Of("day-used-up", ("limit", limit), ("until", until));

    public static Cause PagesNotKept(string error) => Of("pages-not-kept", ("error", error));

    public static Cause PagesDamaged(long count) => Of("pages-damaged", ("count", count));
}
