using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.Benchmarks.Matching.Generated.Works;

namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>All editions that there are, each drawn anew by its number: only where each work begins is kept.</summary>
internal sealed class Shelf
{
    private const int FirstYearOfIsbn = 1986;

    private readonly ulong _seed;
    private readonly List<int> _begins = [];

    /// <param name="seed">The chance.</param>
    /// <param name="editions">How many editions there are to be; the last work is not cut off, so that there are a few more.</param>
    public Shelf(ulong seed, int editions)
    {
        _seed = seed;
        for (var work = 0; Editions < editions; work++)
        {
            var dice = Dice.For(_seed, work);
            _begins.Add(Editions);
            Editions += Work.Begin(ref dice).Editions;
        }
    }

    /// <summary>How many editions there are.</summary>
    public int Editions { get; private set; }

    /// <summary>How many works, families counted once.</summary>
    public int Works => _begins.Count;

    /// <summary>Which work an edition is of.</summary>
    public int WorkOf(int edition)
    {
        var at = _begins.BinarySearch(edition);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>The first edition of a work.</summary>
    public int FirstOf(int work) => _begins[work];

    public Edition Draw(int number)
    {
        var work = WorkOf(number);
        var dice = Dice.For(_seed, work);
        var (kind, editions) = Work.Begin(ref dice);
        var edition = Work.Draw(kind, editions, number - _begins[work], ref dice);
        var own = Dice.For(_seed ^ 0x15B4, number);
        var hasIsbn = edition.Issn is null && edition.Year >= FirstYearOfIsbn && own.Hits(92);
        return edition with
        {
            Number = number,
            LastPrinting = Math.Max(edition.LastPrinting, edition.Year),
            Isbn = hasIsbn ? Isbns.Of(number, edition.Year, edition.Language == "eng") : null,
            SetIsbn = edition.SetIsbn is null ? null : Isbns.OfSet(_begins[work]),
            Issn = edition.Issn is null ? null : Isbns.Issn(number),
        };
    }
}
