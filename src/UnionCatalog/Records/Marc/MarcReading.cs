namespace UnionCatalog.Records.Marc;

/// <summary>Reads one MARC 21 record into a <see cref="BibRecord"/>.</summary>
internal static class MarcReading
{
    public static RecordReading ReadXml(ReadOnlyMemory<byte> element, HoldingsMapping holdings) => throw new NotImplementedException();

    public static RecordReading ReadIso2709(ReadOnlyMemory<byte> record, HoldingsMapping holdings) => throw new NotImplementedException();
}
