using System.Globalization;
using UnionCatalog.Benchmarks;

switch (args)
{
    case ["harvest"]:
        await HarvestBenchmark.RunAsync(200_000);
        return 0;
    case ["harvest", "--records", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var records):
        await HarvestBenchmark.RunAsync(records);
        return 0;
    case [PageServer.Verb, var text]:
        await PageServer.ServeAsync(int.Parse(text, CultureInfo.InvariantCulture));
        return 0;
    default:
        await Console.Error.WriteLineAsync("harvest [--records N]");
        return 2;
}
