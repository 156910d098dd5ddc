using System.Text.RegularExpressions;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Search.Asking.Reading;

/// <summary>
/// Reads what was typed: <see cref="TokenScan"/> takes it apart, <see cref="ValueReading"/> reads each piece, and here they are
/// put together. Whatever is typed is read somehow; what makes no sense as an operator is a word.
/// </summary>
internal static partial class QuestionReader
{
    /// <summary>Reads the text of the search box.</summary>
    public static Question Read(string text) => SearchIdentifier.Find(text) is { } number
        ? new Question([new Clause.Number(number)])
        : new Question(Join(TokenScan.Read(text)));

    /// <summary>Whether something was typed, and what was read of it has nothing that could be looked for; a star alone asks for everything.</summary>
    public static bool IsWordless(string text, Question question) => question.Clauses.Count == 0 && !text.All(letter => letter == '*' || char.IsWhiteSpace(letter));

    /// <summary>Reads the text of a box for one field.</summary>
    public static Question Read(AskedField field, string text) => field switch
    {
        AskedField.Identifier => new Question([ValueReading.Number(text)]),
        // The box says "classification" too: a number there is the beginning of a call number, or a class with all that stands below it.
        AskedField.CallNumber when ClassReading.Dewey(text.Trim()) is { } classes => new Question([new Clause.AnyOf([new Clause.Word(field, text.Trim()), classes])]),
        _ => new Question([.. Read(text).Clauses.SelectMany(clause => Place(field, clause))]),
    };

    /// <summary>
    /// Reads the text of the search box where nothing was found by it: what may be no number as words. One whose check digit is right is
    /// one, and has no words: its groups between the hyphens stand in many books that have nothing to do with it.
    /// </summary>
    public static Question ReadWidely(string text) =>
        Read(text) is var question && question.Clauses is [Clause.Number number] && (SearchIdentifier.Find(number.Value) is null || TwoYears().IsMatch(text))
            ? new Question([.. AskedWords(text).Distinct()])
            : question;

    /// <summary>Clauses with "OR" or "ATAU" or a bar between them are alternatives; it binds closer than standing side by side.</summary>
    private static List<Clause> Join(List<Token> tokens)
    {
        var clauses = new List<Clause>();
        var isAlternative = false;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (IsOr(tokens[at]) && clauses.Count > 0 && !isAlternative && at + 1 < tokens.Count)
            {
                isAlternative = true;
                continue;
            }

            var read = ValueReading.Read(tokens[at]).Where(IsSomething).ToList();
            if (read.Count == 0)
            {
                continue;
            }

            if (isAlternative)
            {
                clauses[^1] = Either(clauses[^1], read[0]);
                read.RemoveAt(0);
                isAlternative = false;
            }

            clauses.AddRange(read);
        }

        return Distinct(clauses);
    }

    private static IEnumerable<Clause> AskedWords(string text) =>
        TokenScan.Read(text).Select(token => new Clause.Word(AskedField.Anywhere, token.Text)).Where(IsSomething);

    private static bool IsOr(Token token) => token is { Form: TokenForm.Bare, IsNegated: false, Prefix: null, Text: "OR" or "ATAU" or "|" or "||" };

    private static Clause.AnyOf Either(Clause one, Clause other) => one is Clause.AnyOf any ? new([.. any.Parts, other]) : new([one, other]);

    /// <summary>Punctuation alone finds nothing and asks for nothing.</summary>
    private static bool IsSomething(Clause clause) => clause switch
    {
        Clause.Word word => HasWord(word.Text),
        Clause.Phrase phrase => HasWord(phrase.Text),
        Clause.Pattern pattern => HasWord(pattern.Text),
        Clause.Number number => number.Value.Length > 0,
        Clause.Named named => HasWord(named.Value),
        Clause.Not not => IsSomething(not.Inner),
        _ => true,
    };

    private static bool HasWord(string text) => CatalogSchema.Words.Terms(text).Count > 0;

    private static List<Clause> Distinct(List<Clause> clauses) => [.. clauses.Distinct()];

    private static IEnumerable<Clause> Place(AskedField field, Clause clause) => clause switch
    {
        Clause.Word { Field: AskedField.Anywhere } word => [word with { Field = field }],
        Clause.Phrase { Field: AskedField.Anywhere } phrase => [phrase with { Field = field }],
        Clause.Pattern { Field: AskedField.Anywhere } pattern => [pattern with { Field = field }],
        Clause.Not not => Place(field, not.Inner).Select(inner => new Clause.Not(inner)),
        Clause.AnyOf any => [new Clause.AnyOf([.. any.Parts.SelectMany(part => Place(field, part))])],
        _ => [clause],
    };

    // One pair of years in eleven is an ISSN by chance.
    [GeneratedRegex(@"^\s*(?:1[5-9]|20)[0-9]{2}[-–—\s]+(?:1[5-9]|20)[0-9]{2}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex TwoYears();
}
