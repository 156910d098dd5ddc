using System.Globalization;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.Slims;

/// <summary>Decides what becomes of each record of an order: live, deleted, or set aside with its reason and its bytes.</summary>
internal static class SlimsSorter
{
    public static (List<HarvestedRecord> Records, List<(long? Number, SetAsideRecord Record)> SetAside) Sort(SourceId member, SlimsOrder order)
    {
        var (good, bad) = (new List<HarvestedRecord>(), new List<(long?, SetAsideRecord)>());
        switch (order)
        {
            case SlimsOrder.Delete delete:
                good.AddRange(delete.Numbers.Select(number => new HarvestedRecord.Deleted(KeyOf(member, number), Datestamp: null)));
                break;
            case SlimsOrder.Upload upload:
                foreach (var biblio in upload.Biblios)
                {
                    if (WhyNotStored(biblio) is { } reason)
                    {
                        var identifier = biblio.Number is { } known ? KeyOf(member, known).Identifier : null;
                        bad.Add((biblio.Number, new(member, identifier, reason, biblio.Json)));
                    }
                    else
                    {
                        good.Add(new HarvestedRecord.Live(KeyOf(member, biblio.Number!.Value), Datestamp: null, MetadataFormat.Slims, biblio.Json));
                    }
                }

                break;
        }

        return (good, bad);
    }

    /// <summary>
    /// "slims-17", as the identifiers of SLiMS's own OAI-PMH end (oai:HOST:slims-17): a link by {number} stays as it is when the
    /// library moves from the upload to OAI-PMH. What was uploaded is then absent from its first whole list, and goes as any absence.
    /// </summary>
    private static RecordKey KeyOf(SourceId member, long number) => new(member, string.Create(CultureInfo.InvariantCulture, $"slims-{number}"));

    private static string? WhyNotStored(SlimsBiblio biblio) => biblio.Number is null
        ? "The record has no number (biblio_id), so it could not be recognised the next time."
        : RecordReader.FindError(MetadataFormat.Slims, biblio.Json)?.Reason;
}
