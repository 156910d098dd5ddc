using UnionCatalog.Records;
using UnionCatalog.Records.Files;

namespace UnionCatalog.Matching.Evaluation;

/// <summary>Reads a set of labelled records: files of records, and a table of what belongs together in them.</summary>
/// <param name="Set">The records that the table names, in the order of the files.</param>
/// <param name="Problems">The rows of the table that say nothing, by line.</param>
/// <param name="Unreadable">How many records could not be read, and the first of them, for each file that has such.</param>
internal sealed record LabelledFiles(LabelledSet Set, IReadOnlyList<TruthProblem> Problems, IReadOnlyList<UnreadableRecords> Unreadable)
{
    private const int TellEvery = 10_000;

    /// <summary>Reads them.</summary>
    /// <param name="name">The name of the set.</param>
    /// <param name="paths">The files of records.</param>
    /// <param name="truth">The lines of the table.</param>
    /// <param name="progress">Told now and then how many records were read; null for none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <inheritdoc cref="RecordFile.ReadAsync" path="/exception"/>
    public static async Task<LabelledFiles> ReadAsync(
        string name, IReadOnlyList<string> paths, IEnumerable<string> truth, IProgress<long>? progress, CancellationToken cancellation)
    {
        var table = TruthTable.Read(truth);
        var problems = table.Problems.ToList();
        var wanted = Sort(table.Rows, paths, problems);
        var (records, clusters, unreadable, read) = (new List<MeasuredRecord>(), new List<string>(), new List<UnreadableRecords>(), 0L);
        var sources = RecordFileNames.ShortNames(paths);
        foreach (var path in paths)
        {
            var ofFile = new UnreadableRecords(Path.GetFileName(path), 0, null);
            await foreach (var entry in RecordFile.ReadAsync(path, new HoldingsMapping(), cancellation))
            {
                if (entry.Reading is RecordReading.Unreadable { Error: var error })
                {
                    ofFile = ofFile with { Count = ofFile.Count + 1, First = ofFile.First ?? error };
                }

                if (wanted.Remove((path, entry.Number), out var row))
                {
                    switch (entry.Reading)
                    {
                        case RecordReading.Readable readable:
                            records.Add(new(readable.Record, sources[path], entry.Number));
                            clusters.Add(row.Cluster);
                            break;
                        case RecordReading.Unreadable { Error.Reason: var reason }:
                            problems.Add(new(row.Line, $"record {row.Number} of {row.File} cannot be read: {reason}"));
                            break;
                    }
                }

                if (++read % TellEvery == 0)
                {
                    progress?.Report(read);
                }
            }

            unreadable.AddRange(ofFile.Count > 0 ? [ofFile] : []);
        }

        problems.AddRange(wanted.Values.Select(row => new TruthProblem(row.Line, $"there is no record {row.Number} in {row.File}.")));
        return new(LabelledSet.Of(name, records, clusters), [.. problems.OrderBy(problem => problem.Line)], unreadable);
    }

    private static Dictionary<(string Path, long Number), TruthRow> Sort(IReadOnlyList<TruthRow> rows, IReadOnlyList<string> paths, List<TruthProblem> problems)
    {
        var names = new RecordFileNames(paths);
        var known = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var sorted = new Dictionary<(string Path, long Number), TruthRow>();
        foreach (var row in rows)
        {
            var found = known.TryGetValue(row.File, out var before) ? before : known[row.File] = names.Find(row.File);
            if (found is not [var path])
            {
                problems.Add(new(row.Line, found.Count == 0
                    ? $"there is no record file {row.File} among those given."
                    : $"{row.File} can be {string.Join(" or ", found)}. Name it with its folder and endings."));
            }
            else if (!sorted.TryAdd((path, row.Number), row) && sorted[(path, row.Number)] is { } first && first.Cluster != row.Cluster)
            {
                problems.Add(new(row.Line, $"record {row.Number} of {row.File} is in the cluster {first.Cluster} by line {first.Line}, which counts."));
            }
        }

        return sorted;
    }
}

/// <summary>Records of a file that could not be read.</summary>
/// <param name="File">The file.</param>
/// <param name="Count">How many.</param>
/// <param name="First">What was wrong with the first; null when there is none.</param>
internal sealed record UnreadableRecords(string File, long Count, RecordError? First);
