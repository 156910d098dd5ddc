namespace UnionCatalog.Exporting.Marc;

/// <summary>What each library has (852, one field an item), and of serials which parts (866).</summary>
internal static class MarcItems
{
    public static void AddTo(MarcFields fields, ExportedEdition edition)
    {
        foreach (var library in edition.Libraries)
        {
            foreach (var holding in library.Holdings)
            {
                fields.Add(
                    "852",
                    holding.CallNumber is null ? "  " : "8 ",
                    ('a', library.Name), ('b', holding.Branch), ('c', holding.ShelfLocation), ('h', holding.CallNumber), ('p', holding.Barcode), ('z', holding.Note));
            }

            foreach (var statement in library.Holdings.SelectMany(holding => holding.Statements).Distinct())
            {
                fields.Add("866", " 0", ('a', statement), ('z', library.Name));
            }
        }
    }
}
