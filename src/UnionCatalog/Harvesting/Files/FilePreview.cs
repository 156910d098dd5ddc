using UnionCatalog.Causes;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Records.Rows;

namespace UnionCatalog.Harvesting.Files;

/// <summary>What would come of a file: looked at and read to its end, nothing of it stored.</summary>
public sealed record FilePreview
{
    private const int MostRecords = 10;
    private const int MostProblems = 200;
    private const int SampleRows = 200;
    private const int MostSamples = 3;

    /// <summary>What it is; null where it is nothing that is read.</summary>
    public FileKind? Kind { get; init; }

    /// <summary>Of a table: how it is laid out; null for all others.</summary>
    public TableLayout? Layout { get; init; }

    /// <summary>Of a table: the first different cells of each column, in the order of the columns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Samples { get; init; } = [];

    /// <summary>The first records.</summary>
    public IReadOnlyList<BibRecord> First { get; init; } = [];

    /// <summary>How many records would be stored.</summary>
    public long Records { get; init; }

    /// <summary>How many items they have; copies without numbers of their own count as the holdings that they are told in.</summary>
    public long Holdings { get; init; }

    /// <summary>How many records the file says are deleted.</summary>
    public long Deleted { get; init; }

    /// <summary>How many records or rows would be set aside.</summary>
    public long SetAside { get; init; }

    /// <summary>How many faults there are in records that can be read all the same, such as a mistyped ISBN.</summary>
    public long Warnings { get; init; }

    /// <summary>The first of what is wrong, in the order of the file.</summary>
    public IReadOnlyList<FileProblem> Problems { get; init; } = [];

    /// <summary>Why the file cannot be read, or not to its end; null where it can.</summary>
    public Cause? Fault { get; init; }

    /// <summary>Looks at a file as <see cref="Harvester.StoreFileAsync"/> would store it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What the member's configuration says of its files.</param>
    /// <param name="holdings">Where the member's records keep their items.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<FilePreview> OfAsync(string path, FilesSource source, HoldingsMapping holdings, CancellationToken cancellation)
    {
        var draft = new Draft();
        try
        {
            var file = MemberFile.Look(path, source);
            draft.Preview = new() { Kind = file.Kind, Layout = file.Layout, Samples = file.Layout is { } layout ? SamplesOf(file, layout) : [] };
            await foreach (var entry in MemberFileReading.ReadAsync(file, holdings, new SeenIdentifiers(), cancellation))
            {
                draft.Add(entry, holdings);
            }

            return draft.Finish(null);
        }
        catch (MemberFault fault)
        {
            return draft.Finish(fault.Cause);
        }
    }

    private static List<IReadOnlyList<string>> SamplesOf(MemberFile file, TableLayout layout)
    {
        var rows = layout.ReadRows(file.Open).Take(SampleRows).ToList();
        return [.. layout.Columns.Select(column => (IReadOnlyList<string>)[.. rows
            .Select(row => row.Cells.ElementAtOrDefault(column.Index)?.Trim())
            .OfType<string>().Where(cell => cell.Length > 0).Distinct().Take(MostSamples)])];
    }

    private sealed class Draft
    {
        private readonly List<BibRecord> _first = [];
        private readonly List<FileProblem> _problems = [];

        public FilePreview Preview { get; set; } = new();

        public void Add(FileEntry entry, HoldingsMapping holdings)
        {
            switch (entry)
            {
                case FileEntry.Live live when RecordReader.Read(live.Format, live.Bytes, holdings) is RecordReading.Readable readable:
                    Add(live.Place, readable);
                    break;
                case FileEntry.SetAside broken:
                    Preview = Preview with { SetAside = Preview.SetAside + 1 };
                    Note(new(broken.Place, broken.Reason, IsSetAside: true));
                    break;
                default:
                    Preview = Preview with { Deleted = Preview.Deleted + 1 };
                    break;
            }
        }

        public FilePreview Finish(Cause? fault) => Preview with { First = _first, Problems = _problems, Fault = fault };

        private void Add(FilePlace place, RecordReading.Readable readable)
        {
            Preview = Preview with
            {
                Records = Preview.Records + 1,
                Holdings = Preview.Holdings + readable.Record.Holdings.Count,
                Warnings = Preview.Warnings + readable.Warnings.Count,
            };
            if (_first.Count < MostRecords)
            {
                _first.Add(readable.Record);
            }

            foreach (var warning in readable.Warnings)
            {
                Note(new(place, warning, IsSetAside: false));
            }
        }

        private void Note(FileProblem problem)
        {
            if (_problems.Count < MostProblems)
            {
                _problems.Add(problem);
            }
        }
    }
}

/// <summary>Something that is wrong with a record of a file.</summary>
/// <param name="Place">Where.</param>
/// <param name="Words">What, in English; <see cref="RowProblems"/> has some in Indonesian.</param>
/// <param name="IsSetAside">Whether the record cannot be read at all.</param>
public sealed record FileProblem(FilePlace Place, string Words, bool IsSetAside);
