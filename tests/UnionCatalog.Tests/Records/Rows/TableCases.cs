using UnionCatalog.Records;
using UnionCatalog.Records.Rows;

namespace UnionCatalog.Tests.Records.Rows;

/// <summary>
/// Cases/Records/Rows: a table in name.csv, in name.txt what must come of it: the columns, then each title as the lines of its
/// record, and each row set aside.
/// </summary>
internal sealed class TableCases
{
    private static readonly string[] Names =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases/Records/Rows"), "*.csv").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [TestCaseSource(nameof(Names))]
    public void A_table_is_read_as_the_case_says(string name)
    {
        var lines = TableLines.Of(File.ReadAllBytes(Places.Case($"Records/Rows/{name}.csv")));

        Assert.That(string.Join('\n', lines), Is.EqualTo(File.ReadAllText(Places.Case($"Records/Rows/{name}.txt")).ReplaceLineEndings("\n").TrimEnd()));
    }
}
