using UnionCatalog.Harvesting.Archive;
using UnionCatalog.Members;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>Reads the kept pages of a member that is harvested by OAI-PMH.</summary>
internal sealed class OaiKeptList(Member member, HarvestOptions options) : IKeptList
{
    /// <inheritdoc/>
    public ToldPage? Read(KeptPage page)
    {
        if (ReadReply(page) is not { Errors.Count: 0, Records.Count: > 0 } reply)
        {
            return null;
        }

        var (records, setAside) = RecordSorter.Sort(reply.Records, member);
        return new(records, setAside, reply.IsMended, reply.IsCut);
    }

    private OaiReply? ReadReply(KeptPage page)
    {
        try
        {
            return page.IsSuccess ? PageReader.Read(page.Body, options) : null;
        }
        catch (MemberFault fault)
        {
            return fault.Salvaged; // what is no page at all the harvest had no records of either
        }
    }
}
