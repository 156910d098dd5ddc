using System.Globalization;
using UnionCatalog.Benchmarks;
using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.Benchmarks.Load;
using UnionCatalog.Benchmarks.Matching;
using UnionCatalog.Benchmarks.Matching.Speed;

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
    case ["fulltext", .. var options] when FullTextOptions.Parse(options) is { } parsed:
        return new FullTextBenchmark(parsed).Run();
    case [WeightsEstimate.Verb]:
        return await WeightsEstimate.RunAsync();
    case ["matching", .. var options] when MatchingOptions.Parse(options) is { } parsed:
        return await new MatchingBenchmark(parsed).RunAsync();
    case [Build.Verb, var engine, var folder, var text]:
        Build.Run(engine, folder, int.Parse(text, CultureInfo.InvariantCulture));
        return 0;
    case [Serving.OpenVerb, var folder, var questions]:
        Serving.Open(folder, questions);
        return 0;
    case [Serving.ServeVerb, var folder, var questions]:
        Serving.Serve(folder, questions);
        return 0;
    case [GeneratedFiles.Verb, var count, var folder]:
        GeneratedFiles.Write(int.Parse(count, CultureInfo.InvariantCulture), folder);
        return 0;
    case ["load", .. var options] when LoadOptions.Parse(options) is { } parsed:
        return await new LoadBenchmark(parsed).RunAsync();
    case [MadeCatalogue.Verb, var folder, var clusters]:
        await MadeCatalogue.MakeAsync(folder, int.Parse(clusters, CultureInfo.InvariantCulture));
        return 0;
    case ["matching-speed", .. var options] when SpeedOptions.Parse(options) is { } parsed:
        return new SpeedBenchmark(parsed).Run();
    case var step when await Steps.RunAsync(step):
        return 0;
    default:
        await Console.Error.WriteLineAsync($"harvest [--records N]\n{FullTextOptions.Usage}\n{SpeedOptions.Usage}\n{LoadOptions.Usage}\n{GeneratedFiles.Usage}\n{MatchingOptions.Usage}");
        return 2;
}
