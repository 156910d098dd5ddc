using System.Text.RegularExpressions;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.Matching.Features;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>The words of a library's name, whichever way its kind is said; see library-words.tsv.</summary>
internal static partial class LibraryWords
{
    private static readonly Dictionary<string, string[]> WrittenOut = Table.Rows(typeof(LibraryWords), "library-words.tsv")
        .ToDictionary(row => row[0], row => row[1].Split(' '), StringComparer.Ordinal);

    /// <summary>The words in their one spelling, kinds of libraries written out; "sman1" is two words too.</summary>
    public static IEnumerable<string> Of(string text) => CatalogSchema.Words.Terms(BeforeNumber().Replace(text, " "))
        // Before the one spelling, to which "MI" is a roman numeral.
        .SelectMany(word => WrittenOut.GetValueOrDefault(word, [word]))
        .SelectMany(CatalogSchema.Spelt.Terms);

    [GeneratedRegex(@"(?<=\p{L})(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeNumber();
}
