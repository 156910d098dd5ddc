using System.Xml;
using UnionCatalog.Harvesting.OaiPmh.Plain;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>Reads a reply's bytes, whatever is wrong with them.</summary>
internal static class PageReader
{
    private const int HeadLength = 1024;
    private const int PrologLength = 1 << 16;

    /// <summary>Reads one reply to its end. One that is not well-formed is saved as far as it can be.</summary>
    /// <exception cref="MemberFault">
    /// It is not OAI-PMH, nothing of it could be saved, or it is too large. Of a page that only broke off, the fault has what
    /// was saved: fetched again, it may be whole.
    /// </exception>
    public static OaiReply Read(ReadOnlyMemory<byte> page, HarvestOptions options)
    {
        try
        {
            return ReadWellFormed(page, options);
        }
        catch (XmlException error)
        {
            var fault = Explain(error, PageText.Head(page, PrologLength));
            var reply = fault.IsPassing ? BrokenPage.Salvage(PageText.Open(page).ReadToEnd(), options) : null;
            return reply is null ? throw fault : reply.IsCut ? throw Faults.NotXml(error, reply) : reply;
        }
    }

    private static OaiReply ReadWellFormed(ReadOnlyMemory<byte> page, HarvestOptions options)
    {
        try
        {
            return OaiReader.Read(new PlainXml(PageText.Bytes(page)), options);
        }
        catch (XmlException)
        {
            return OaiReader.Read(PageText.Open(page), options);
        }
    }

    private static MemberFault Explain(XmlException error, string prolog)
    {
        var head = prolog[..Math.Min(prolog.Length, HeadLength)];
        if (head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase))
        {
            return Faults.WebPage();
        }

        return HasDtd(prolog) ? Faults.HasDtd(error) : Faults.NotXml(error);
    }

    /// <summary>A DTD stands before the root, be it behind a comment of any length; within a record it is text.</summary>
    private static bool HasDtd(string prolog)
    {
        var root = prolog.IndexOf("OAI-PMH ", StringComparison.Ordinal);
        var dtd = prolog.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        return dtd >= 0 && (root < 0 || dtd < root);
    }
}
