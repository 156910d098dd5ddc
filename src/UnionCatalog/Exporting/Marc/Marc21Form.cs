namespace UnionCatalog.Exporting.Marc;

/// <summary>MARC 21 in the exchange format (ISO 2709) and UTF-8: what library systems import.</summary>
internal sealed class Marc21Form : ExportForm
{
    public override string Name => "marc21";

    public override string Title => "MARC 21";

    public override string MediaType => "application/marc";

    public override string Ending => "mrc";

    public override byte[] Write(ExportedEdition edition) => Iso2709Writing.Write(MarcDraft.Of(edition));
}
