namespace UnionCatalog.Tests.Harvesting;

/// <summary>Reads a file of cases: tab-separated, # begins a comment.</summary>
internal static class CaseFile
{
    public static IEnumerable<TestCaseData> Read(string path) =>
        from line in File.ReadLines(Places.Case(path))
        where line.Length > 0 && !line.StartsWith('#')
        select new TestCaseData(line.Split('\t').Cast<object>().ToArray());
}
