using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>Reads a reply's bytes, whatever is wrong with them.</summary>
internal static partial class SruPage
{
    private const int HeadLength = 1024;
    private const int PrologLength = 1 << 16;

    /// <summary>
    /// Reads one reply to its end. One that is not well-formed is mended; where that does not help, the reply has it as
    /// <see cref="SruReply.Broken"/>, and asking for fewer records at a time shows which of them is to blame.
    /// </summary>
    /// <exception cref="MemberFault">It is not SRU, it is too large, or it broke off.</exception>
    public static SruReply Read(ReadOnlyMemory<byte> page, HarvestOptions options)
    {
        try
        {
            return SruReader.Read(PageText.Open(page), options);
        }
        catch (XmlException error)
        {
            RequireXml(error, PageText.Head(page, PrologLength));
            return Mend(PageText.Open(page).ReadToEnd(), error, options);
        }
    }

    private static SruReply Mend(string page, XmlException error, HarvestOptions options)
    {
        try
        {
            var reply = SruReader.Read(new StringReader(PageMending.Mend(page)), options);
            reply.IsMended = true;
            return reply;
        }
        catch (XmlException)
        {
            if (!End().IsMatch(page))
            {
                throw Faults.NotXml(error); // cut short: asked for again, it may come whole
            }

            var bytes = Encoding.UTF8.GetBytes(page);
            return new() { Broken = new(error, bytes.AsMemory(0, Math.Min(bytes.Length, options.MaxRecordBytes))) };
        }
    }

    private static void RequireXml(XmlException error, string prolog)
    {
        var head = prolog[..Math.Min(prolog.Length, HeadLength)];
        if (head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase))
        {
            throw SruFaults.WebPage();
        }

        // A DTD stands before the root, be it behind a comment of any length; within a record it is text.
        var root = prolog.IndexOf("Response", StringComparison.Ordinal);
        var dtd = prolog.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        if (dtd >= 0 && (root < 0 || dtd < root))
        {
            throw SruFaults.HasDtd(error);
        }
    }

    [GeneratedRegex(@"</(?:[\w.-]+:)?searchRetrieveResponse\s*>", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
