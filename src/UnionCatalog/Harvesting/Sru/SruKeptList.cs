using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Harvesting.Archive;
using UnionCatalog.Members;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>Reads the kept pages of a member that is harvested by SRU. What belongs to one list is seen by what was asked for.</summary>
internal sealed partial class SruKeptList(Member member, HarvestOptions options) : IKeptList
{
    private SruSorter _sorter = new(member);

    /// <inheritdoc/>
    public ToldPage? Read(KeptPage page)
    {
        if (!page.IsSuccess || StartOf(page) is not { } start)
        {
            return null;
        }

        _sorter = start == 1 ? new(member) : _sorter;
        try
        {
            var reply = SruPage.Read(page.Body, options);
            var (records, setAside) = _sorter.Sort(reply.Records, start);
            // A page without one good record is the answer to a trial, such as of a schema that the server does not give.
            return records.Count > 0 ? new(records, setAside, reply.IsMended, IsCut: false) : null;
        }
        catch (MemberFault)
        {
            return null; // what is no page of a list the harvest had no records of either
        }
    }

    private static long? StartOf(KeptPage page) =>
        long.TryParse(Start().Match(page.Request).Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : null;

    [GeneratedRegex("[?&]startRecord=([0-9]{1,18})", RegexOptions.CultureInvariant)]
    private static partial Regex Start();
}
