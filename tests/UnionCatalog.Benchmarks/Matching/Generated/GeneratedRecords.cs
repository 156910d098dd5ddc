using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.Benchmarks.Matching.Generated.Entry;
using UnionCatalog.Records;

namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>
/// The records of a network of libraries, library by library, with a known truth. The same seed and count give the same
/// records. Few editions are held by many libraries and most by one: of a million records there are about 350,000.
/// </summary>
internal sealed class GeneratedRecords
{
    /// <summary>How many editions there are for one record that is held.</summary>
    private const double EditionsPerRecord = 0.6;

    private const int RecordsPerLibrary = 250;
    private const int LeastLibraries = 6;

    /// <summary>Which keeps neighbours in popularity from being neighbours on the shelf.</summary>
    private const long Spread = 1_000_000_007;

    private readonly ulong _seed;
    private readonly ErrorRates _rates;
    private readonly Popularity _popularity;
    private readonly int[] _begins;

    /// <param name="seed">The chance.</param>
    /// <param name="count">How many records, 1 to 3,000,000.</param>
    /// <param name="rates">What goes wrong; null for the usual.</param>
    public GeneratedRecords(ulong seed, int count, ErrorRates? rates = null)
    {
        (_seed, Count, _rates) = (seed, count, rates ?? ErrorRates.Usual);
        Shelf = new Shelf(seed, Math.Max(20, (int)(count * EditionsPerRecord)));
        _popularity = new Popularity(Shelf.Editions, 0.75, 4);
        _begins = new int[Math.Max(LeastLibraries, count / RecordsPerLibrary) + 1];
        Allot();
    }

    public int Count { get; }

    public Shelf Shelf { get; }

    public int Libraries => _begins.Length - 1;

    /// <summary>How many records the libraries before this one have.</summary>
    public int Before(int library) => _begins[library];

    /// <summary>A library by its number, from 0.</summary>
    public Library Library(int number) => Generated.Library.Draw(_seed, number, _rates);

    /// <summary>All records, in the order of the libraries.</summary>
    public IEnumerable<GeneratedRecord> All() => Enumerable.Range(0, Libraries).SelectMany(OfLibrary);

    /// <summary>The records of one library.</summary>
    public IEnumerable<GeneratedRecord> OfLibrary(int number)
    {
        var library = Library(number);
        var dice = Dice.For(_seed ^ 0x5E1F, number);
        var held = new HashSet<int>();
        for (var at = 0; at < _begins[number + 1] - _begins[number]; at++)
        {
            var edition = DrawEdition(ref dice);
            if (!held.Add(edition) && !dice.Happens(_rates.OwnDuplicate))
            {
                edition = DrawEdition(ref dice);
            }

            yield return Write(Shelf.Draw(edition), library, at, ref dice);
        }
    }

    /// <summary>A record described anew by its library, with other errors: one that its librarian has worked on.</summary>
    /// <param name="library">The library.</param>
    /// <param name="at">Which of its records, from 0.</param>
    /// <param name="edition">What it is of now: the same edition, or another if the record was corrected.</param>
    /// <param name="turn">Tells changes of one record apart.</param>
    public GeneratedRecord Again(int library, int at, int edition, int turn)
    {
        var dice = Dice.For(_seed ^ 0xA6A1 ^ (ulong)turn, (library * 100_003) + at);
        return Write(Shelf.Draw(edition), Library(library), at, ref dice);
    }

    private GeneratedRecord Write(Edition edition, Library library, int at, ref Dice dice)
    {
        var identifier = Wording.Number(at + 1);
        var entry = Cataloguer.Describe(edition, identifier, library, Shelf, _rates, ref dice);
        var bytes = library.Format == MetadataFormat.OaiDc ? DublinCoreWriter.Write(entry, library, ref dice) : MarcWriter.Write(entry, library, ref dice);
        return new GeneratedRecord(new RecordKey(library.Source, $"oai:{library.Source}:{identifier}"), library.Format, bytes, edition.Number, library.Holdings);
    }

    private int DrawEdition(ref Dice dice) => (int)(_popularity.Draw(ref dice) * Spread % Shelf.Editions);

    // The largest library has twelve times what the smallest has.
    private void Allot()
    {
        var sum = 0L;
        for (var library = 0; library < Libraries; library++)
        {
            sum += Weight(library);
        }

        var before = 0L;
        for (var library = 0; library < Libraries; library++)
        {
            _begins[library] = (int)(before * Count / sum);
            before += Weight(library);
        }

        _begins[^1] = Count;
    }

    private static int Weight(int library) => 1 + (library * 7 % 12);
}
