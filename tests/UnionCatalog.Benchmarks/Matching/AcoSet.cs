using System.Globalization;
using UnionCatalog.Matching.Evaluation;
using UnionCatalog.Matching.Evaluation.OtherRules;
using UnionCatalog.Records;
using UnionCatalog.Records.Files;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>
/// Arabic Collections Online: the partner libraries' own records and WorldCat's for the same editions. Records of one OCLC
/// number are of one edition; a record that has two numbers says that the two are one.
/// </summary>
internal static class AcoSet
{
    private const string Table = "aco-clusters.tsv";
    private const string WorldCat = "OCLC";

    /// <summary>The whole set; null where the data is not there.</summary>
    public static async Task<LabelledSet?> ReadAsync()
    {
        if (!File.Exists(Path.Combine(SharedData.Dedup, Table)))
        {
            return null;
        }

        var rows = (await File.ReadAllLinesAsync(Path.Combine(SharedData.Dedup, Table))).Skip(1).Select(Row.Read).Where(row => row.Numbers.Length > 0).ToList();
        var clusterOf = Unite(rows);
        var (records, names) = (new List<MeasuredRecord>(), new List<string>());
        foreach (var file in rows.GroupBy(row => row.File))
        {
            var wanted = file.ToDictionary(row => row.Number);
            await foreach (var entry in RecordFile.ReadAsync(Path.Combine(SharedData.Dedup, $"{file.Key}.mrc.gz"), new HoldingsMapping()))
            {
                if (wanted.TryGetValue(entry.Number, out var row) && entry.Reading is RecordReading.Readable readable)
                {
                    records.Add(new(readable.Record, row.Library, entry.Number));
                    names.Add(clusterOf[row.Numbers[0]]);
                }
            }
        }

        return LabelledSet.Of("aco", records, names);
    }

    /// <summary>
    /// The clusters that have records of WorldCat and of a partner. What is gone are mostly partners' records whose number has since
    /// been merged into another in WorldCat, and which the truth therefore takes for other editions than their twins.
    /// </summary>
    public static LabelledSet OfBoth(LabelledSet whole)
    {
        var sources = Enumerable.Range(0, whole.Records.Count).ToLookup(i => whole.Truth[i], i => whole.Records[i].Source == WorldCat);
        return whole.Part("aco-both", i => sources[whole.Truth[i]].Distinct().Count() == 2);
    }

    // A cluster is named by the least of its numbers, which has nothing to do with the order of the rows.
    private static Dictionary<string, string> Unite(List<Row> rows)
    {
        var numbers = rows.SelectMany(row => row.Numbers).Distinct().Select((number, i) => (number, i)).ToDictionary(one => one.number, one => one.i);
        var groups = new Groups(numbers.Count);
        foreach (var row in rows)
        {
            foreach (var other in row.Numbers)
            {
                groups.Unite(numbers[row.Numbers[0]], numbers[other]);
            }
        }

        return numbers.GroupBy(number => groups.Of(number.Value), number => number.Key)
            .SelectMany(cluster => cluster.Select(number => (number, name: cluster.Min(StringComparer.Ordinal)!)))
            .ToDictionary(one => one.number, one => one.name);
    }

    private sealed record Row(string File, long Number, string Library, string[] Numbers)
    {
        // file, n, library, 001, oclc
        public static Row Read(string line)
        {
            var cells = line.Split('\t');
            return new(cells[0], long.Parse(cells[1], CultureInfo.InvariantCulture), cells[2], cells[4].Split(',', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
