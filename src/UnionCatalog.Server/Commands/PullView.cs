namespace UnionCatalog.Server.Commands;

/// <summary>Tells how far the catalogue has caught up: one line that counts on a terminal, a line now and then elsewhere.</summary>
internal sealed class PullView : IDisposable
{
    private const long LinesEvery = 20_000;
    private bool _lineOpen;

    public PullView()
    {
        Matching = new Line(this, "record matched", "records matched");
        Indexing = new Line(this, "edition indexed", "editions indexed");
    }

    public IProgress<long> Matching { get; }

    public IProgress<long> Indexing { get; }

    public void Dispose() => CloseLine();

    private void CloseLine()
    {
        if (_lineOpen)
        {
            Terminal.WriteLine();
            _lineOpen = false;
        }
    }

    private sealed class Line(PullView view, string noun, string plural) : IProgress<long>
    {
        private long _told;

        public void Report(long value)
        {
            if (Terminal.IsLive)
            {
                System.Console.Write($"\r{Count.Of(value, noun, plural)}   ");
                view._lineOpen = true;
            }
            else if (value - _told >= LinesEvery)
            {
                _told = value;
                Terminal.WriteLine(Count.Of(value, noun, plural));
            }
        }
    }
}
