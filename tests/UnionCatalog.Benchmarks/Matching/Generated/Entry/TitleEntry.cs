using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Entry;

/// <summary>Enters the title: title proper, the rest, and the number of the part wherever the library puts it.</summary>
internal static class TitleEntry
{
    private static readonly string[] VolumeWords = ["Jilid ", "Jil. ", "Vol. ", "Volume ", "jilid ", "jil. ", "vol. ", "Buku ", "Bagian "];
    private static readonly string[] ComicWords = ["Vol. ", "vol. ", "Jilid ", "No. ", "Volume ", "#", "Jil. "];

    public static void Enter(Description entry, Library library, ErrorRates rates, ref Dice dice)
    {
        var edition = entry.Edition;
        entry.Title = edition.Title;
        entry.Rest = edition.Subtitle is { } subtitle && !dice.Happens(rates.SubtitleDropped) ? subtitle : null;
        EnterSeriesOf(entry, rates, ref dice);
        if (edition.School is { } school)
        {
            var isRevisionSaid = edition.IsRevised && !dice.Happens(rates.EditionUnsaid);
            entry.Rest = SchoolWording.Of(school, isRevisionSaid, edition.Year, rates, ref dice);
            entry.Title += school.Number is { } number && dice.Hits(75) ? $" {number}" : "";
        }
        else if (edition.Volume is { } volume && !dice.Happens(rates.PartDropped))
        {
            EnterVolume(entry, dice.Happens(rates.PartSlip) ? volume + 1 : volume, library, ref dice);
        }

        if (entry.Rest is { } rest && library.Format == Records.MetadataFormat.MarcXml && dice.Happens(rates.SubtitleInTitle))
        {
            (entry.Title, entry.Rest) = (entry.Title + (dice.Hits(60) ? " : " : " ") + rest, null);
        }

        if (edition.IsOldSpelling && !dice.Happens(rates.Modernised))
        {
            (entry.Title, entry.Rest) = (Wording.Old(entry.Title, edition.Year), entry.Rest is null ? null : Wording.Old(entry.Rest, edition.Year));
        }

        EnterSlips(entry, library, rates, ref dice);
    }

    private static void EnterSeriesOf(Description entry, ErrorRates rates, ref Dice dice)
    {
        var edition = entry.Edition;
        if (edition.IsPartOfSeries && dice.Happens(rates.UnderSeries))
        {
            (entry.Title, entry.Rest) = (edition.Series!, edition.Title);
            return;
        }

        if (edition.Series is not null && !dice.Happens(rates.SeriesDropped))
        {
            entry.Series = edition.Series;
            entry.SeriesNumber = edition.SeriesNumber is { } number ? dice.Pick(["", "", "no. ", "jil. "]) + Wording.Number(number) : null;
        }
    }

    private static void EnterVolume(Description entry, int volume, Library library, ref Dice dice)
    {
        var isComic = entry.Edition.Class == "741.5";
        var number = dice.Hits(isComic ? 2 : 25) ? Wording.Roman(volume) : Wording.Number(volume);
        var text = dice.Pick(isComic ? ComicWords : VolumeWords) + number;
        var name = entry.Edition.VolumeTitle;
        var isBare = dice.Hits(isComic ? 45 : 12);
        if (library.Format == Records.MetadataFormat.MarcXml && dice.Hits(55))
        {
            (entry.PartNumber, entry.PartName) = (isBare ? number : text, name);
            return;
        }

        var after = isBare ? " " + number : dice.Pick([" ", ", ", " : ", "; "]) + text;
        entry.Title += after;
        entry.Rest = name ?? entry.Rest;
    }

    private static void EnterSlips(Description entry, Library library, ErrorRates rates, ref Dice dice)
    {
        for (var slips = 0; slips < 2 && dice.Happens(rates.TitleSlip); slips++)
        {
            entry.Title = Wording.Slip(entry.Title, ref dice);
        }

        if (!library.CapitalisesWords)
        {
            entry.Title = Wording.Sentence(entry.Title, ref dice);
        }

        if (library.IsInCapitals || dice.Happens(rates.Capitals))
        {
            (entry.Title, entry.Rest, entry.PartNumber, entry.PartName) =
                (entry.Title.ToUpperInvariant(), entry.Rest?.ToUpperInvariant(), entry.PartNumber?.ToUpperInvariant(), entry.PartName?.ToUpperInvariant());
        }
    }
}
