using UnionCatalog.Records;
using UnionCatalog.Records.Bytes;

namespace UnionCatalog.Search.Stored;

/// <summary>What the libraries hold, in bytes.</summary>
internal static class StoredHoldings
{
    public static void Write(BinaryWriter writer, LibraryHoldings held)
    {
        writer.Write(held.Library.Value);
        writer.Write(held.Identifier);
        writer.WriteOptional(held.Address);
        writer.WriteList(held.Holdings, WriteHolding);
    }

    public static LibraryHoldings[] ReadAll(ref ByteReading reading, Func<SourceId, string?> template)
    {
        var all = new LibraryHoldings[reading.Number()];
        for (var at = 0; at < all.Length; at++)
        {
            var library = new SourceId(reading.Text());
            all[at] = new(library, reading.Text(), reading.OptionalText(), reading.List(ReadHolding)) { Template = template(library) };
        }

        return all;
    }

    private static void WriteHolding(BinaryWriter writer, Holding holding)
    {
        writer.WriteOptional(holding.Branch);
        writer.WriteOptional(holding.ShelfLocation);
        writer.WriteOptional(holding.CallNumber);
        writer.WriteOptional(holding.Barcode);
        writer.Write((byte)holding.Status);
        writer.WriteOptional(holding.Note);
        writer.WriteList(holding.Statements);
    }

    private static Holding ReadHolding(ref ByteReading reading) => new()
    {
        Branch = reading.OptionalText(),
        ShelfLocation = reading.OptionalText(),
        CallNumber = reading.OptionalText(),
        Barcode = reading.OptionalText(),
        Status = (ItemStatus)reading.Byte(),
        Note = reading.OptionalText(),
        Statements = reading.Texts(),
    };
}
