using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>Joins identifiers, control numbers and classification numbers.</summary>
internal static class NumberChoice
{
    private const int ShownIdentifiers = 500;

    /// <summary>Every identifier once, the valid ones first, then by standard and agreement.</summary>
    public static List<StandardIdentifier> Identifiers(CardDrawing drawing)
    {
        var candidates = drawing.Gather(record => record.Identifiers, identifier => identifier.Raw, identifier => $"{identifier.Kind} {identifier.Value}")
            .ByAgreement()
            .OrderByDescending(candidate => candidate.Best.Value.IsValid)
            .ThenBy(candidate => candidate.Best.Value.Kind)
            .Take(ShownIdentifiers)
            .ToList();
        drawing.NoteEach(CardField.Identifiers, candidates.ConvertAll(candidate => (IReadOnlyList<int>)candidate.Sources()));
        return candidates.ConvertAll(candidate => candidate.Best.Value with
        {
            Value = CardLimits.Cut(candidate.Best.Value.Value, CardLimits.Line),
            Raw = CardLimits.Cut(candidate.Best.Value.Raw, CardLimits.Line),
            Qualifier = candidate.Most(identifier => identifier.Qualifier) is { } qualifier ? CardLimits.Cut(qualifier, CardLimits.Line) : null,
        });
    }

    public static List<ControlNumber> ControlNumbers(CardDrawing drawing) => drawing
        .All(CardField.ControlNumbers, record => record.ControlNumbers, number => number.Number, number => $"{number.Agency} {number.Number}")
        .ConvertAll(candidate => candidate.Best.Value with { Number = CardLimits.Cut(candidate.Best.Value.Number, CardLimits.Line) });

    /// <summary>Every number once, whatever spaces it is written with (DDC, Introduction: groups of three), by scheme and agreement.</summary>
    public static List<Classification> Classifications(CardDrawing drawing)
    {
        var candidates = drawing
            .Gather(record => record.Classifications, number => number.Number, number => $"{number.Scheme} {number.Number.Replace(" ", "", StringComparison.Ordinal)}")
            .ByAgreement()
            .OrderBy(candidate => candidate.Best.Value.Scheme)
            .Take(CardLimits.Values)
            .ToList();
        drawing.NoteEach(CardField.Classifications, candidates.ConvertAll(candidate => (IReadOnlyList<int>)candidate.Sources()));
        return candidates.ConvertAll(candidate => candidate.Best.Value with { Number = CardLimits.Cut(candidate.Best.Text, CardLimits.Line) });
    }
}
