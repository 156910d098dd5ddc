namespace UnionCatalog.Search.Asking.Reading;

/// <summary>Writes a question so that a person sees how it was read.</summary>
internal static class QuestionText
{
    /// <summary>The clauses, with blanks between them.</summary>
    public static string Of(Question question) => string.Join(' ', question.Clauses.Select(Of));

    private static string Of(Clause clause) => clause switch
    {
        Clause.Word word => In(word.Field, word.Text),
        Clause.Phrase phrase => In(phrase.Field, $"\"{phrase.Text}\""),
        Clause.Pattern pattern => In(pattern.Field, pattern.Text),
        Clause.Number number => $"number:{number.Value}",
        Clause.Years years => $"year:{years.From}..{years.To}",
        Clause.Classes classes => $"class:{classes.From}..{classes.To}",
        Clause.Named named => In(named.Field, named.Value.Contains(' ') ? $"\"{named.Value}\"" : named.Value),
        Clause.Not not => $"not({Of(not.Inner)})",
        Clause.AnyOf any => $"({string.Join(" | ", any.Parts.Select(Of))})",
        _ => throw new ArgumentOutOfRangeException(nameof(clause)),
    };

    private static string In(AskedField field, string text) =>
        field == AskedField.Anywhere ? text : $"{char.ToLowerInvariant(field.ToString()[0])}{field.ToString()[1..]}:{text}";
}
