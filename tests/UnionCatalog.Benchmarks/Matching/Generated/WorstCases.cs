using System.Globalization;
using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.Benchmarks.Matching.Generated.Entry;
using UnionCatalog.Records;

namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>What makes crowds: records that have little but a title that all have, and different books under one ISBN.</summary>
internal sealed class WorstCases
{
    /// <summary>The ISBN that a member gave to every book.</summary>
    public const string SharedIsbn = "9789790000001";

    private const string Crowded = "Matematika";
    private const int RecordsPerLibrary = 1_000;
    private const int WorksTitledAlike = 5_000;

    private readonly ulong _seed;
    private readonly int _titledAlike;
    private readonly int _sharing;
    private readonly Shelf _shelf;

    /// <param name="seed">The chance.</param>
    /// <param name="titledAlike">How many records are titled "Matematika". Two in five have nothing else but a language.</param>
    /// <param name="sharing">How many records of different books have the shared ISBN.</param>
    public WorstCases(ulong seed, int titledAlike = 50_000, int sharing = 20_000)
    {
        (_seed, _titledAlike, _sharing) = (seed, titledAlike, sharing);
        _shelf = new Shelf(seed, sharing + (3 * WorksTitledAlike));
    }

    /// <summary>All of them, library by library. A record that has nothing but its title belongs with no other.</summary>
    public IEnumerable<GeneratedRecord> All() =>
        Enumerable.Range(0, _titledAlike).Select(TitledAlike).Concat(Enumerable.Range(0, _sharing).Select(Sharing));

    private GeneratedRecord TitledAlike(int number)
    {
        var dice = Dice.For(_seed ^ 0x3A7E, number);
        // One edition of each work: volumes that have lost their number are nothing that anybody can tell apart.
        var edition = _shelf.Draw(_shelf.FirstOf(dice.Next(Math.Min(WorksTitledAlike, _shelf.Works))));
        var isBare = dice.Hits(40);
        edition = edition with
        {
            Number = isBare ? _shelf.Editions + number : edition.Number,
            Title = Crowded,
            Subtitle = null,
            Volume = null,
            School = null,
            IsPartOfSeries = false,
            Series = null,
            Issn = null,
            Language = "ind",
        };
        return Write("crowd", number, edition, ref dice, entry =>
        {
            if (isBare)
            {
                (entry.Responsibility, entry.EditionStatement, entry.Place, entry.Publisher, entry.Date, entry.Extent) = (null, null, null, null, null, null);
                entry.Names.Clear();
                entry.Isbns.Clear();
            }
        });
    }

    private GeneratedRecord Sharing(int number)
    {
        var dice = Dice.For(_seed ^ 0x15B7, number);
        return Write("reuser", number, _shelf.Draw(number), ref dice, entry =>
        {
            entry.Isbns.Clear();
            entry.Isbns.Add(new EnteredIsbn(SharedIsbn, null));
        });
    }

    private GeneratedRecord Write(string name, int number, Edition edition, ref Dice dice, Action<Description> impair)
    {
        var of = number / RecordsPerLibrary;
        var library = Library.Draw(_seed, of, ErrorRates.Usual) with { Source = new SourceId(string.Create(CultureInfo.InvariantCulture, $"{name}-{of:D3}")) };
        var identifier = Wording.Number((number % RecordsPerLibrary) + 1);
        var entry = Cataloguer.Describe(edition, identifier, library, _shelf, ErrorRates.Usual, ref dice);
        impair(entry);
        var bytes = library.Format == MetadataFormat.OaiDc ? DublinCoreWriter.Write(entry, library, ref dice) : MarcWriter.Write(entry, library, ref dice);
        return new GeneratedRecord(new RecordKey(library.Source, $"oai:{library.Source}:{identifier}"), library.Format, bytes, edition.Number, library.Holdings);
    }
}
