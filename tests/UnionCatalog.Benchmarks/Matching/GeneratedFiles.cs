using System.Globalization;
using System.Text;
using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Records;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>Generated records as files that other programs read too, one for each format, and their truth as "match evaluate" takes it.</summary>
internal static class GeneratedFiles
{
    public const string Verb = "matching-generate";

    public const string Usage = Verb + " COUNT FOLDER";

    private const ulong Seed = 20_261_126;

    public static void Write(int count, string folder)
    {
        Directory.CreateDirectory(folder);
        using var truth = new StreamWriter(Path.Combine(folder, "truth.tsv"));
        using var dublinCore = new OneFile(folder, "oai_dc.xml");
        using var marc = new OneFile(folder, "marc.xml");
        foreach (var record in new GeneratedRecords(Seed, count).All())
        {
            var (file, number) = (record.Format == MetadataFormat.OaiDc ? dublinCore : marc).Add(record.Metadata.Span);
            truth.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}\t{number}\te{record.Edition}"));
        }
    }

    private sealed class OneFile : IDisposable
    {
        private readonly StreamWriter _file;
        private readonly string _name;
        private int _count;

        public OneFile(string folder, string name)
        {
            (_file, _name) = (new StreamWriter(Path.Combine(folder, name)), name);
            _file.WriteLine("<collection>");
        }

        public (string File, int Number) Add(ReadOnlySpan<byte> record)
        {
            _file.WriteLine(Encoding.UTF8.GetString(record));
            return (_name, ++_count);
        }

        public void Dispose()
        {
            _file.WriteLine("</collection>");
            _file.Dispose();
        }
    }
}
