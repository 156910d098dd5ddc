using System.Globalization;
using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.Records;

namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>The system that a library has.</summary>
internal enum LibrarySystem
{
    Slims,
    Inlislite,
    Koha,
}

/// <summary>A library: its system and the habits of its librarian, which are in all of its records.</summary>
internal sealed record Library
{
    private static readonly HoldingsMapping SlimsHoldings = new() { CallNumberInIdentifier = true, BarcodesInHasPart = true };
    private static readonly HoldingsMapping InlisliteHoldings = new() { ItemTag = "990", Barcode = "a", RecordCallNumber = ["090ab", "084a", "082a"] };
    private static readonly HoldingsMapping KohaHoldings = new() { ItemTag = "952", Branch = "ba", ShelfLocation = "c", CallNumber = "o", Barcode = "p" };

    public required SourceId Source { get; init; }

    public required LibrarySystem System { get; init; }

    /// <summary>Puts the family name first.</summary>
    public required bool Inverts { get; init; }

    /// <summary>Writes everything in capitals.</summary>
    public required bool IsInCapitals { get; init; }

    /// <summary>Begins every word of a title with a capital; otherwise only names and the first.</summary>
    public required bool CapitalisesWords { get; init; }

    /// <summary>ISBD punctuation, the hyphens of ISBNs.</summary>
    public required bool IsCareful { get; init; }

    /// <summary>What it writes for pages, such as "hlm.".</summary>
    public required string PagesWord { get; init; }

    /// <summary>Where its items are in its records.</summary>
    public HoldingsMapping Holdings => HoldingsOf(System);

    /// <summary>The format in which its records come.</summary>
    public MetadataFormat Format => System == LibrarySystem.Slims ? MetadataFormat.OaiDc : MetadataFormat.MarcXml;

    /// <summary>Where a system has its items.</summary>
    public static HoldingsMapping HoldingsOf(LibrarySystem system) => system switch
    {
        LibrarySystem.Slims => SlimsHoldings,
        LibrarySystem.Inlislite => InlisliteHoldings,
        _ => KohaHoldings,
    };

    public static Library Draw(ulong seed, int number, ErrorRates rates)
    {
        var dice = Dice.For(seed ^ 0x11B4, number);
        return new Library
        {
            Source = new SourceId(string.Create(CultureInfo.InvariantCulture, $"library-{number:D4}")),
            System = dice.Next(100) switch { < 50 => LibrarySystem.Slims, < 80 => LibrarySystem.Inlislite, _ => LibrarySystem.Koha },
            Inverts = dice.Hits(60),
            IsInCapitals = dice.Happens(rates.CapitalsLibrary),
            CapitalisesWords = dice.Hits(60),
            IsCareful = dice.Hits(60),
            PagesWord = dice.Pick(["hlm.", "hlm.", "hlm", "hal.", "hal", "halaman", "p.", "hlm."]),
        };
    }
}
