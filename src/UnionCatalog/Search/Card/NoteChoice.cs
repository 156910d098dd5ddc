using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>Chooses the summary and the contents, and joins notes without repeats.</summary>
internal static class NoteChoice
{
    /// <summary>The longest text of those that are written most soundly.</summary>
    public static string? Longest(CardDrawing drawing, CardField field, Func<BibRecord, string?> part)
    {
        string? best = null;
        var (spelling, length) = (default(Spelling), 0);
        List<int> records = [];
        for (var record = 0; record < drawing.Records.Length; record++)
        {
            if (part(drawing.Records[record]) is not { Length: > 0 } text)
            {
                continue;
            }

            if (text == best)
            {
                records.Add(record);
                continue;
            }

            var (next, nextLength) = (Spelling.Of(text), Math.Min(text.Length, CardLimits.Text));
            var order = best is null ? -1 : next.CompareSoundness(spelling);
            if (order < 0 || (order == 0 && nextLength > length))
            {
                (best, spelling, length, records) = (text, next, nextLength, [record]);
            }
        }

        if (best is not null)
        {
            drawing.Note(field, records.Count <= CardLimits.Sources ? records : records[..CardLimits.Sources]);
        }

        return best is null ? null : CardLimits.Cut(best, CardLimits.Text);
    }

    /// <summary>Each note once; one that another goes on from, and what stands elsewhere on the card, is left out.</summary>
    public static List<string> Notes(CardDrawing drawing, string?[] elsewhere)
    {
        var candidates = drawing.Gather(record => record.Notes, note => note, CardFolding.Key).ByAgreement();
        if (drawing.Records.Length == 1 && drawing.Records[0].Notes.Count == 0)
        {
            return [];
        }

        var known = elsewhere.OfType<string>().Select(CardFolding.Key).ToList();
        var all = candidates.Take(CardLimits.Values).ToList();
        var chosen = all
            .Where(note => !known.Exists(other => other == note.Key || CardFolding.GoesOnFrom(other, note.Key)) && !all.Exists(other => CardFolding.GoesOnFrom(other.Key, note.Key)))
            .Take(CardLimits.Notes)
            .ToList();
        drawing.NoteEach(CardField.Notes, chosen.ConvertAll(candidate => (IReadOnlyList<int>)candidate.Sources()));
        return chosen.ConvertAll(candidate => CardLimits.Cut(candidate.Best.Text, CardLimits.Note));
    }
}
