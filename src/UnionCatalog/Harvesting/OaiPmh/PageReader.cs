using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>Reads a reply's bytes, whatever is wrong with them.</summary>
internal static class PageReader
{
    private const int HeadLength = 1024;

    /// <summary>Reads one reply to its end. One that is not well-formed is saved as far as it can be.</summary>
    /// <exception cref="MemberFault">
    /// It is not OAI-PMH, nothing of it could be saved, or it is too large. Of a page that only broke off, the fault has what
    /// was saved: fetched again, it may be whole.
    /// </exception>
    public static OaiReply Read(ReadOnlyMemory<byte> page, HarvestOptions options)
    {
        try
        {
            return OaiReader.Read(PageText.Open(page), options);
        }
        catch (XmlException error)
        {
            var fault = Explain(error, PageText.Head(page, HeadLength));
            var reply = fault.IsPassing ? BrokenPage.Salvage(PageText.Open(page).ReadToEnd(), options) : null;
            return reply is null ? throw fault : reply.IsCut ? throw Faults.NotXml(error, reply) : reply;
        }
    }

    private static MemberFault Explain(XmlException error, string head)
    {
        if (head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase))
        {
            return Faults.WebPage();
        }

        return head.Contains("<!DOCTYPE", StringComparison.Ordinal) ? Faults.HasDtd(error) : Faults.NotXml(error);
    }
}
