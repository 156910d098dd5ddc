using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>Chooses the title: which words by the whole of it, so that its parts fit together, then each part's spelling by itself.</summary>
internal static class TitleChoice
{
    // A library that writes more into the title proper than others is believed where it is not alone among many.
    private const int OneAmong = 4;

    public static Title Draw(CardDrawing drawing)
    {
        var key = ChooseProper(drawing);
        if (key is null)
        {
            return Others(drawing, Title.None);
        }

        var among = Array.ConvertAll(drawing.Records, record => record.Title.Proper.Length > 0 && (drawing.Records.Length == 1 || CardFolding.Key(record.Title.Proper) == key));
        var chosen = drawing.One(CardField.Title, record => record.Title, title => title.Proper, _ => key, among)!;
        var proper = CardLimits.Cut(chosen.Best.Text, CardLimits.Line);
        var title = new Title(proper) { NonFiling = NonFiling(chosen, proper) };

        // What stands in one library's title proper stands in another's remainder or part: it is shown once.
        var words = CardFolding.Key(proper);
        var remainder = drawing.Text(CardField.Remainder, record => Unless(words, record.Title.Remainder), among: among);
        words = remainder is null ? words : $"{words} {CardFolding.Key(remainder)}";
        return Others(drawing, title with
        {
            Remainder = remainder,
            PartNumber = drawing.Text(CardField.PartNumber, record => Unless(words, record.Title.PartNumber), among: among),
            PartName = drawing.Text(CardField.PartName, record => Unless(words, record.Title.PartName), among: among),
        });
    }

    /// <summary>The key of the title proper; null where no record has a title.</summary>
    private static string? ChooseProper(CardDrawing drawing)
    {
        var titled = drawing.Records.Where(record => record.Title.Proper.Length > 0).ToList();
        if (titled.Count < 2 || titled.TrueForAll(record => record.Title.Proper == titled[0].Title.Proper))
        {
            return titled.Count == 0 ? null : CardFolding.Key(titled[0].Title.Proper);
        }

        var shapes = new Candidates<Shape>();
        for (var record = 0; record < drawing.Records.Length; record++)
        {
            if (drawing.Records[record].Title is { Proper.Length: > 0 } title)
            {
                var shape = Shape.Of(title);
                shapes.Add(shape, title.Proper, shape.Proper, record, drawing.LibraryOf(record));
            }
        }

        var all = shapes.All.Take(CardLimits.Compatible).ToList();
        return all.Aggregate((best, next) => IsBetter(next, best, all) ? next : best).Key;
    }

    private static bool IsBetter(Candidate<Shape> candidate, Candidate<Shape> best, List<Candidate<Shape>> all)
    {
        var order = candidate.Best.Spelling.CompareSoundness(best.Best.Spelling);
        order = order != 0 ? order : Support(best, all).CompareTo(Support(candidate, all));
        order = order != 0 ? order : Longest(best).CompareTo(Longest(candidate));
        // The same words taken apart say more than in one line.
        order = order != 0 ? order : candidate.Key.Length.CompareTo(best.Key.Length);
        return order < 0;
    }

    /// <summary>
    /// Its own libraries, those with the same words divided otherwise or with fewer of them, and those that have it as the title in
    /// its original script.
    /// </summary>
    private static int Support(Candidate<Shape> candidate, List<Candidate<Shape>> all)
    {
        var support = candidate.Libraries;
        foreach (var other in all.Where(other => other != candidate))
        {
            var isShorter = candidate.Offers.Any(mine => other.Offers.Any(theirs =>
                mine.Whole == theirs.Whole || CardFolding.GoesOnFrom(mine.Whole, theirs.Whole)));
            var isOriginal = candidate.Offers.Any(mine => mine.Script == other.Key);
            support += isOriginal || (isShorter && candidate.Libraries * OneAmong >= other.Libraries) ? other.Libraries : 0;
        }

        return support;
    }

    private static int Longest(Candidate<Shape> candidate) => candidate.Offers.Max(shape => shape.Whole.Length);

    private static string? Unless(string words, string? part) =>
        part is null || CardFolding.StandsIn(CardFolding.Key(part), words) ? null : part;

    private static Title Others(CardDrawing drawing, Title title) => title with
    {
        Parallel = drawing.Text(CardField.ParallelTitle, record => record.Title.Parallel),
        OriginalScript = drawing.Text(CardField.OriginalScript, record => record.Title.OriginalScript ?? InOtherScript(record.Title.Proper, title.Proper)),
    };

    /// <summary>A library that catalogues in the original script has it as the title proper.</summary>
    private static string? InOtherScript(string proper, string chosen) => IsLatin(chosen) && !IsLatin(proper) ? proper : null;

    private static bool IsLatin(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsLetter(letter))
            {
                return letter <= 'ɏ' || letter is >= 'Ḁ' and <= 'ỿ';
            }
        }

        return true;
    }

    private static int NonFiling(Candidate<Title> chosen, string proper) => chosen.Offers
        .Where(title => title.NonFiling > 0 && title.NonFiling < proper.Length && proper.StartsWith(title.Proper[..title.NonFiling], StringComparison.OrdinalIgnoreCase))
        .Select(title => title.NonFiling)
        .DefaultIfEmpty()
        .Max();

    private sealed record Shape(string Proper, string Whole, string? Script)
    {
        public static Shape Of(Title title)
        {
            var proper = CardFolding.Key(title.Proper);
            var whole = string.Join(' ', new[] { title.PartNumber, title.PartName, title.Remainder }.OfType<string>().Select(CardFolding.Key).Prepend(proper));
            return new Shape(proper, whole, title.OriginalScript is { } script ? CardFolding.Key(script) : null);
        }
    }
}
