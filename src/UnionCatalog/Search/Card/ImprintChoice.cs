using System.Globalization;
using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>Chooses publisher, place, date, year and extent.</summary>
internal static class ImprintChoice
{
    private const int ShownPublications = 20;

    /// <summary>The year that most libraries give.</summary>
    public static int? Year(CardDrawing drawing)
    {
        var candidates = new Candidates<int>();
        for (var record = 0; record < drawing.Records.Length; record++)
        {
            if (drawing.Records[record].Year is { } year && IsPossible(year))
            {
                var text = year.ToString(CultureInfo.InvariantCulture);
                candidates.Add(year, text, text, record, drawing.LibraryOf(record));
            }
        }

        if (candidates.ByAgreement().FirstOrDefault() is not { } chosen)
        {
            return null;
        }

        drawing.Note(CardField.Year, chosen.Sources());
        return chosen.Best.Value;
    }

    /// <summary>
    /// The publisher that most libraries give first, with the best place and date of those that give it; further publishers come
    /// from the library that names most of them.
    /// </summary>
    public static List<Publication> Publications(CardDrawing drawing, int? year)
    {
        var issued = drawing.Records.Where(record => record.Publications.Count > 0).ToList();
        if (issued.Count == 0)
        {
            return [];
        }

        var chosen = drawing.One(CardField.Publications, record => First(record)?.Publisher, name => name, PublisherName.Key);
        string? publisher = null;
        if (chosen is not null)
        {
            var plainest = PublisherName.Plainest(chosen);
            publisher = CardLimits.Cut(plainest.Text, CardLimits.Line);
            drawing.Note(CardField.Publications, chosen.Sources(plainest));
        }

        var among = Array.ConvertAll(drawing.Records, record => chosen is null || (First(record)?.Publisher is { } name && (issued.Count == 1 || PublisherName.Key(name) == chosen.Key)));
        var place = Part(drawing, record => First(record)?.Place, among);
        var date = Date(drawing, year, among);
        if (publisher is null)
        {
            drawing.Note(CardField.Publications, [.. Enumerable.Range(0, drawing.Records.Length).Where(record => First(drawing.Records[record]) is not null).Take(CardLimits.Sources)]);
        }

        var others = drawing.Records.Where((record, at) => among[at] || record == issued[0]).MaxBy(record => record.Publications.Count)!.Publications.Skip(1);
        List<Publication> publications = [new Publication(place, publisher, date), .. others.Take(ShownPublications - 1).Select(Bounded)];
        drawing.NoteEach(CardField.Publications, publications.ConvertAll(_ => drawing.Sources[CardField.Publications][0]));
        return publications;
    }

    /// <summary>By the number of pages where one is given, otherwise by its words; of the same, the fuller.</summary>
    public static Extent? Extent(CardDrawing drawing)
    {
        var candidates = new Candidates<Extent>();
        for (var record = 0; record < drawing.Records.Length; record++)
        {
            if (drawing.Records[record].Extent is { Text.Length: > 0 } extent)
            {
                candidates.Add(extent, extent.Text, extent.Pages?.ToString(CultureInfo.InvariantCulture) ?? "- " + CardFolding.Key(extent.Text), record, drawing.LibraryOf(record));
            }
        }

        var chosen = candidates.All.OrderByDescending(candidate => candidate.Key[0] != '-').ThenByDescending(candidate => candidate.Libraries)
            .ThenBy(candidate => candidate.First).FirstOrDefault();
        if (chosen is null)
        {
            return null;
        }

        var best = chosen.Spellings.Aggregate((best, next) => IsFuller(next, best) ? next : best);
        drawing.Note(CardField.Extent, [.. best.Records.Concat(chosen.Records).Distinct().Take(CardLimits.Sources)]);
        return new Extent(CardLimits.Cut(best.Text, CardLimits.Line), best.Value.Pages);
    }

    /// <summary>"xii, 350 hlm. : ilus. ; 21 cm" over "350 hlm.": what one library saw, another left out.</summary>
    private static bool IsFuller(Candidate<Extent>.Spelt next, Candidate<Extent>.Spelt best)
    {
        var order = next.Spelling.CompareSoundness(best.Spelling);
        order = order != 0 ? order : best.Text.Count(char.IsAsciiDigit).CompareTo(next.Text.Count(char.IsAsciiDigit));
        return order < 0 || (order == 0 && next.IsBetterThan(best));
    }

    private static string? Part(CardDrawing drawing, Func<BibRecord, string?> part, bool[] among) =>
        Parts(drawing, part, among).Choose() is { } chosen ? CardLimits.Cut(chosen.Best.Text, CardLimits.Line) : null;

    private static Candidates<string> Parts(CardDrawing drawing, Func<BibRecord, string?> part, bool[] among)
    {
        var candidates = new Candidates<string>();
        for (var record = 0; record < drawing.Records.Length; record++)
        {
            if (among[record] && part(drawing.Records[record]) is { Length: > 0 } text)
            {
                candidates.Add(text, text, CardFolding.Key(text), record, drawing.LibraryOf(record));
            }
        }

        return candidates;
    }

    /// <summary>A date that says the year on the card where any does; of as many, the one that says little else.</summary>
    private static string? Date(CardDrawing drawing, int? year, bool[] among)
    {
        var digits = year?.ToString(CultureInfo.InvariantCulture);
        var date = Parts(drawing, record => First(record)?.Date, among).All
            .OrderByDescending(candidate => digits is not null && candidate.Best.Text.Contains(digits, StringComparison.Ordinal))
            .ThenByDescending(candidate => candidate.Libraries)
            .ThenBy(candidate => candidate.Best.Text.Length)
            .FirstOrDefault();
        return date is null ? digits : CardLimits.Cut(date.Best.Text, CardLimits.Line);
    }

    private static Publication? First(BibRecord record) => record.Publications.Count > 0 ? record.Publications[0] : null;

    private static Publication Bounded(Publication publication) => new(Cut(publication.Place), Cut(publication.Publisher), Cut(publication.Date));

    private static string? Cut(string? text) => text is null ? null : CardLimits.Cut(text, CardLimits.Line);

    private static bool IsPossible(int year) => year >= 1000 && year <= DateTime.UtcNow.Year + 1;
}
