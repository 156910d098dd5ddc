using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Entry;

/// <summary>Describes an edition as one library would, with its habits and with what goes wrong.</summary>
internal static class Cataloguer
{
    public static Description Describe(Edition edition, string identifier, Library library, Shelf shelf, ErrorRates rates, ref Dice dice)
    {
        var entry = new Description { Identifier = identifier, Edition = edition };
        TitleEntry.Enter(entry, library, rates, ref dice);
        NameEntry.Enter(entry, library, rates, ref dice);
        ImprintEntry.Enter(entry, library, rates, ref dice);
        IdentifierEntry.Enter(entry, library, shelf, rates, ref dice);
        return entry;
    }
}
