using System.Globalization;
using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Benchmarks.Matching.Generated.Entry;
using UnionCatalog.Records;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>
/// The editions of the catalogue, each with its libraries' records of it. They are those of the matching benchmark, with words
/// besides: its lists have some two thousand, and a catalogue of this size has hundreds of thousands, most of them rare.
/// </summary>
internal sealed class MadeEditions(int count)
{
    private const ulong Seed = 20_261_127;

    /// <summary>Family names are not of the most frequent words.</summary>
    private const int FirstFamily = 2_000;

    private static readonly string[] Places = WordLists.Of("places");
    private static readonly string[] Nouns = WordLists.Of("nouns");
    private static readonly Zipf Words = new(Vocabulary.Size, 1);
    private static readonly Popularity Families = new(60_000, 0.8, 20);
    private static readonly Popularity Holders = new(MadeLibraries.Count, 0.5, 10);

    private readonly Shelf _shelf = new(Seed, count);

    public int Count => count;

    /// <summary>The name of an edition's cluster.</summary>
    public static string IdOf(int number)
    {
        var dice = Dice.For(Seed ^ 0x1D, number);
        return string.Create(12, dice.Next(), static (letters, bits) =>
        {
            foreach (ref var letter in letters)
            {
                (letter, bits) = ("0123456789abcdefghijklmnopqrstuvwxyz"[(int)(bits % 36)], bits / 36);
            }
        });
    }

    /// <summary>An edition as it truly is.</summary>
    public Edition Draw(int number)
    {
        var edition = _shelf.Draw(number);
        var dice = Dice.For(Seed ^ 0x3D, number);
        return edition with
        {
            Title = edition.School is null && dice.Hits(45) ? $"{edition.Title} {Word(ref dice)}" : edition.Title,
            Subtitle = dice.Hits(20) ? $"{edition.Subtitle ?? "kisah"} {Word(ref dice)} {Word(ref dice)}" : edition.Subtitle,
            Authors = edition.Authors.Count > 0 && dice.Hits(60) ? [Named(edition.Authors[0], ref dice), .. edition.Authors.Skip(1)] : edition.Authors,
            Subject = dice.Hits(40) ? $"{edition.Subject} - {dice.Pick(Places)}" : edition.Subject,
        };
    }

    /// <summary>The records of an edition, one a library: of most there is one, of few very many.</summary>
    public List<(RecordKey Key, BibRecord Record)> Records(int number)
    {
        var edition = Draw(number);
        var dice = Dice.For(Seed ^ 0x4D, number);
        var records = new List<(RecordKey, BibRecord)>();
        foreach (var library in DrawHolders(ref dice).Select(holder => MadeLibraries.All[holder]))
        {
            var identifier = Wording.Number(number + 1);
            var entry = Cataloguer.Describe(edition, identifier, library, _shelf, ErrorRates.Usual, ref dice);
            var bytes = library.Format == MetadataFormat.OaiDc ? DublinCoreWriter.Write(entry, library, ref dice) : MarcWriter.Write(entry, library, ref dice);
            bytes = FurtherDetails.Add(bytes, library.Format, () => Summary(number), ref dice);
            var key = new RecordKey(library.Source, $"oai:{library.Source}:{identifier}");
            records.Add((key, new GeneratedRecord(key, library.Format, bytes, number, FurtherDetails.HoldingsOf(library)).Read()));
        }

        return records;
    }

    private static HashSet<int> DrawHolders(ref Dice dice)
    {
        // Pareto: half of all editions are held once, one in two thousand by a hundred libraries or more.
        var share = (dice.Next(1_000_000) + 1) / 1_000_000.0;
        var wanted = Math.Min(MadeLibraries.Count / 2, (int)Math.Pow(share, -0.65));
        var holders = new HashSet<int>();
        while (holders.Count < wanted)
        {
            holders.Add(Holders.Draw(ref dice));
        }

        return holders;
    }

    /// <summary>The person with a family name out of the large vocabulary.</summary>
    private static Person Named(Person person, ref Dice dice) =>
        person.Words.Length < 2 ? person : person with { Words = [.. person.Words[..^1], Capital(Vocabulary.Words[FirstFamily + Families.Draw(ref dice)])] };

    private static string Summary(int number)
    {
        var dice = Dice.For(Seed ^ 0x5D, number);
        var words = new List<string>();
        for (var count = dice.Between(15, 60); count > 0; count--)
        {
            words.Add(dice.Hits(50) ? dice.Pick(Nouns) : Vocabulary.Words[Words.Draw(ref dice)]);
        }

        return string.Join(' ', words);
    }

    private static string Word(ref Dice dice) => Capital(Vocabulary.Words[Words.Draw(ref dice)]);

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
