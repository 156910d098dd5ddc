using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText.Storage;

/// <summary>
/// A process of its own that commits and merges until it is killed. It is this assembly once more, told by its environment
/// what to do; each commit is told on standard output after it has returned.
/// </summary>
internal sealed class WriterProcess : IDisposable
{
    private const string FolderVariable = "UNIONCATALOG_TESTS_WRITE_TO";

    private readonly Process _process;

    private WriterProcess(Process process) => _process = process;

    public static IndexOptions Options { get; } = new() { DraftMemory = 1 << 20, MergeFactor = 2 };

    public static WriterProcess Start(TempFolder folder)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(WriterProcess).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[FolderVariable] = folder.Path;
        return new WriterProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it has told so many commits.</summary>
    public void WaitForCommits(int count)
    {
        for (; count > 0; count--)
        {
            Assert.That(_process.StandardOutput.ReadLine(), Is.Not.Null, "the writer ended by itself");
        }
    }

    /// <returns>The last commit that it told.</returns>
    public long Kill()
    {
        _process.Kill();
        var rest = _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();
        var last = rest.LastIndexOf('\n');
        return last < 0 ? 0 : long.Parse(rest[(rest.LastIndexOf('\n', Math.Max(0, last - 1)) + 1)..last], CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>One commit, which is the same whoever makes it.</summary>
    public static void Commit(SearchIndex index, long cursor)
    {
        using var draft = index.BeginDraft();
        IndexState.Draft(draft, (int)cursor, documents: 30, storedUpTo: cursor % 7 == 0 ? 100_000 : 30);
        draft.Commit(cursor);
    }

#pragma warning disable CA2255 // A module initializer in a library: this one makes the tests' assembly a program of its own.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void WriteIfTold()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { } folder)
        {
            return;
        }

        using var index = SearchIndex.Open(folder, StorageSchema.Schema, Options);
        long cursor;
        using (var snapshot = index.OpenSnapshot())
        {
            cursor = snapshot.Cursor;
        }

        while (true)
        {
            Commit(index, ++cursor);
            Console.Out.WriteLine(cursor);
            Console.Out.Flush();
        }
    }
}
