using UnionCatalog.Records;

namespace UnionCatalog.Tests.Records;

/// <summary>The mappings that the cases name.</summary>
internal static class Mappings
{
    public static readonly HoldingsMapping SlimsOai2 = new() { CallNumberInIdentifier = true };

    public static readonly HoldingsMapping SlimsOai = new() { CallNumberInIdentifier = true, BarcodesInHasPart = true };

    public static readonly HoldingsMapping Barcodes = new() { CallNumberInIdentifier = true, BarcodesInIdentifier = true };

    public static HoldingsMapping Named(string line) => line switch
    {
        "mapping=plain" => new(),
        "mapping=slims oai2" => SlimsOai2,
        "mapping=slims oai" => SlimsOai,
        "mapping=barcodes in identifier" => Barcodes,
        _ => throw new ArgumentException($"No mapping is called \"{line}\".", nameof(line)),
    };
}
