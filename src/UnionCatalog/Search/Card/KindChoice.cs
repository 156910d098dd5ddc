using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>Chooses languages and the kind of thing by agreement.</summary>
internal static class KindChoice
{
    /// <summary>The languages that at least half of the libraries name that name any, the most agreed on first; one at least.</summary>
    public static List<string> Languages(CardDrawing drawing)
    {
        var candidates = drawing.Gather(record => record.Languages, code => code, code => code).ByAgreement().ToList();
        var naming = 0;
        var last = -1;
        for (var record = 0; record < drawing.Records.Length; record++)
        {
            var library = drawing.LibraryOf(record);
            if (drawing.Records[record].Languages.Count > 0 && library != last)
            {
                (naming, last) = (naming + 1, library);
            }
        }

        var chosen = candidates.Where((candidate, place) => place == 0 || candidate.Libraries * 2 >= naming).Take(CardLimits.Values).ToList();
        drawing.NoteEach(CardField.Languages, chosen.ConvertAll(candidate => (IReadOnlyList<int>)candidate.Sources()));
        return chosen.ConvertAll(candidate => candidate.Key);
    }

    /// <summary>The format that most libraries name; those that name none do not count.</summary>
    public static ResourceFormat Format(CardDrawing drawing)
    {
        var candidates = new Candidates<ResourceFormat>();
        for (var record = 0; record < drawing.Records.Length; record++)
        {
            if (drawing.Records[record].Format is not ResourceFormat.Unknown and var format)
            {
                candidates.Add(format, Name(format), Name(format), record, drawing.LibraryOf(record));
            }
        }

        if (candidates.ByAgreement().FirstOrDefault() is not { } chosen)
        {
            return ResourceFormat.Unknown;
        }

        drawing.Note(CardField.Format, chosen.Sources());
        return chosen.Best.Value;
    }

    private static string Name(ResourceFormat format) => format.ToString();
}
