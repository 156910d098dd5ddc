using Microsoft.Win32.SafeHandles;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.Tests.FullText.Storage;

/// <summary>A disk on which one step fails, after which it works again or does nothing any more, as when the machine stops.</summary>
internal sealed class FailingDisk : Disk
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _unflushed = [];
    private readonly Dictionary<SafeFileHandle, string> _paths = [];

    /// <summary>How many steps were taken.</summary>
    public int Steps { get; private set; }

    /// <summary>The step that fails, from 1; 0: none does.</summary>
    public int FailAt { get; set; }

    /// <summary>After the step that fails everything fails.</summary>
    public bool IsStopping { get; init; }

    /// <summary>How much of a write that fails is done, 0 to 1; any other step is done when it is 1.</summary>
    public double Done { get; init; }

    public bool HasFailed { get; private set; }

    /// <summary>The files whose content the disk need not have.</summary>
    public IReadOnlyCollection<string> Unflushed => _unflushed;

    public override SafeFileHandle Create(string path)
    {
        Step(() => { });
        lock (_lock)
        {
            var file = base.Create(path);
            _paths[file] = path;
            _unflushed.Add(path);
            return file;
        }
    }

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long at)
    {
        var copy = bytes.ToArray();
        Step(() => base.Write(file, copy.AsSpan(0, (int)(copy.Length * Done)), at));
        base.Write(file, bytes, at);
        lock (_lock)
        {
            _unflushed.Add(_paths[file]);
        }
    }

    public override void Flush(string path)
    {
        Step(() => { });
        base.Flush(path);
        lock (_lock)
        {
            _unflushed.Remove(path);
        }
    }

    public override void Rename(string from, string to)
    {
        Step(() => base.Rename(from, to));
        base.Rename(from, to);
    }

    public override void Delete(string path)
    {
        Step(() => base.Delete(path));
        base.Delete(path);
        lock (_lock)
        {
            _unflushed.Remove(path);
        }
    }

    public override void FlushFolder(string path)
    {
        Step(() => { });
        base.FlushFolder(path);
    }

    private void Step(Action partly)
    {
        lock (_lock)
        {
            Steps++;
            if (Steps == FailAt)
            {
                HasFailed = true;
                if (Done > 0)
                {
                    partly();
                }

                throw new IOException("The disk failed, as it should.");
            }

            if (HasFailed && IsStopping)
            {
                throw new IOException("The disk has stopped.");
            }
        }
    }
}
