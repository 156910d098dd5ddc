using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.FullText.Queries;

/// <summary>Builds queries from text that a person typed.</summary>
public static class TextQuery
{
    /// <summary>
    /// All words of the text must be there, each in any of these fields; what stands in double quotes must stand together.
    /// A word that ends in * is the start of a word. Text without a word finds every document.
    /// </summary>
    /// <exception cref="UnknownFieldException">The schema does not have one of the fields.</exception>
    public static Query AllWords(IndexSchema schema, IReadOnlyList<string> fields, string text)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(text);
        IReadOnlyList<TextField> among = [.. fields.Select(schema.Field)];
        IReadOnlyList<Query> words = [.. Words(text).Select(word => InAny(among, word.Text, word.IsStart)).OfType<Query>()];
        return words.Count switch { 0 => new Query.Everything(), 1 => words[0], _ => new Query.AllOf(words) };
    }

    /// <summary>The words outside of quotes and the phrases inside; a quote that is never closed stands for nothing.</summary>
    private static IEnumerable<(string Text, bool IsStart)> Words(string text)
    {
        var parts = text.Split(['"', '“', '”', '„', '«', '»', '＂']);
        for (var part = 0; part < parts.Length; part++)
        {
            if (part % 2 == 1 && part < parts.Length - 1)
            {
                yield return (parts[part], false);
                continue;
            }

            foreach (var word in parts[part].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (word, word.EndsWith('*'));
            }
        }
    }

    private static Query? InAny(IReadOnlyList<TextField> fields, string text, bool isStart)
    {
        IReadOnlyList<Query> anywhere = [.. fields.Select(field => In(field, text, isStart)).OfType<Query>()];
        return anywhere.Count switch { 0 => null, 1 => anywhere[0], _ => new Query.BestOf(anywhere) };
    }

    private static Query? In(TextField field, string text, bool isStart)
    {
        var terms = field.Analyzer.Terms(isStart ? text.TrimEnd('*') : text);
        return terms switch
        {
            [] => null,
            _ when isStart => StartingWith(field, terms),
            [var term] => new Query.Term(field.Name, term),
            _ => new Query.Phrase(field.Name, terms),
        };
    }

    /// <summary>The last term may go on, those before it are whole.</summary>
    private static Query StartingWith(TextField field, IReadOnlyList<string> terms)
    {
        var start = new Query.Prefix(field.Name, terms[^1]);
        return terms.Count == 1
            ? start
            : new Query.AllOf([.. terms.SkipLast(1).Select(term => new Query.Term(field.Name, term)), start]);
    }
}
