namespace UnionCatalog.Records.Marc;

/// <summary>Reads one MARC 21 record into a <see cref="BibRecord"/>.</summary>
internal static class MarcReading
{
    public static RecordReading ReadXml(ReadOnlyMemory<byte> element, HoldingsMapping holdings)
    {
        var warnings = new List<string>();
        return Finish(MarcXml.Read(element.Span, warnings, out var error), error, holdings, warnings);
    }

    public static RecordReading ReadIso2709(ReadOnlyMemory<byte> record, HoldingsMapping holdings)
    {
        var warnings = new List<string>();
        return Finish(Iso2709.Read(record.Span, warnings, out var error), error, holdings, warnings);
    }

    private static RecordReading Finish(MarcRecord? record, RecordError? error, HoldingsMapping holdings, List<string> warnings) =>
        record is null
            ? new RecordReading.Unreadable(error ?? throw new InvalidOperationException("A MARC reader gave neither a record nor an error."))
            : new RecordReading.Readable(BibMapper.Map(record, holdings, warnings), warnings);
}
