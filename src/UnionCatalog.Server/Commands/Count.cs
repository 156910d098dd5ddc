using System.Globalization;

namespace UnionCatalog.Server.Commands;

/// <summary>Numbers with their noun: "1 error", "1,204 records".</summary>
internal static class Count
{
    public static string Of(long number, string noun, string? plural = null) =>
        $"{Plain(number)} {(number == 1 ? noun : plural ?? noun + "s")}";

    public static string Plain(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
