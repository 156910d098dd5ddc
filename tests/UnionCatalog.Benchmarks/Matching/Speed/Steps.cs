using System.Globalization;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>The steps of the benchmark, each in a process of its own so that its memory is its own.</summary>
internal static class Steps
{
    public const string Fill = "matching-speed-fill";
    public const string Floor = "matching-speed-floor";
    public const string Draw = "matching-speed-draw";
    public const string Quality = "matching-speed-quality";
    public const string Change = "matching-speed-change";
    public const string Reports = "matching-speed-reports";
    public const string Yield = "matching-speed-yield";

    public const string Parts = "matching-speed-parts";

    /// <summary>Runs one.</summary>
    /// <returns>Whether there is such a step.</returns>
    public static async Task<bool> RunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case [Fill, var folder, var records]:
                await StoredNetwork.FillAsync(folder, Number(records));
                return true;
            case [Floor, var folder, var name]:
                FloorStep.Run(folder, name);
                return true;
            case [Draw, var folder, var name]:
                await DrawStep.RunAsync(folder, name);
                return true;
            case [Quality, var folder, var name]:
                await QualityStep.RunAsync(folder, name);
                return true;
            case [Change, var folder, var records, var changes]:
                await ChangeStep.RunAsync(folder, Number(records), Number(changes));
                return true;
            case [Reports, var folder]:
                await ReportsStep.RunAsync(folder);
                return true;
            case [Yield, var records]:
                YieldStep.Run(Number(records));
                return true;
            case [Parts, var records]:
                PartsStep.Run(Number(records));
                return true;
            default:
                return false;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
