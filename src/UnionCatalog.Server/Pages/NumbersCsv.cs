using UnionCatalog.Matching.Explaining;

namespace UnionCatalog.Server.Pages;

/// <summary>
/// The identifiers that are not believed as a table for spreadsheets, one line a library, so that each can be told what to mend.
/// The columns are named alike in every language.
/// </summary>
internal static class NumbersCsv
{
    private static readonly string[] Columns =
        ["number", "kind", "records_in_all", "titles_in_all", "library", "library_name", "records", "titles", "example", "example_title"];

    public static string Write(IEnumerable<ExplainedIdentifier> identifiers, MatchView view)
    {
        var csv = Csv.Begin(Columns);
        foreach (var identifier in identifiers)
        {
            foreach (var library in identifier.Libraries)
            {
                csv.AddLine([
                    identifier.Identifier, NightWords.NameOf(identifier.Family), identifier.Records, identifier.Titles, library.Bearers.Library.Value,
                    view.NameOf(library.Bearers.Library), library.Bearers.Records, library.Bearers.Titles, library.Bearers.Example.Identifier,
                    library.Example is { } example ? view.Saying.Title(example.Record) : null,
                ]);
            }
        }

        return csv.ToString();
    }
}
