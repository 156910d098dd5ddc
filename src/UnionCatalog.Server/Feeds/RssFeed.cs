using System.Globalization;
using System.Xml;

namespace UnionCatalog.Server.Feeds;

/// <summary>Writes a feed as RSS 2.0 (https://www.rssboard.org/rss-specification).</summary>
internal static class RssFeed
{
    public const string ContentType = "application/rss+xml";

    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static void Write(XmlWriter xml, Feed feed)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomFeed.Namespace);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("link", feed.Page);
        xml.WriteElementString("description", feed.Publisher);
        xml.WriteElementString("language", feed.Language);
        xml.WriteElementString("lastBuildDate", Moment(feed.Updated));
        xml.WriteStartElement("link", AtomFeed.Namespace);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", ContentType);
        xml.WriteAttributeString("href", feed.Self);
        xml.WriteEndElement();
        foreach (var entry in feed.Entries)
        {
            Write(xml, entry);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", entry.Title);
        xml.WriteElementString("link", entry.Address);
        xml.WriteElementString("guid", entry.Address);
        xml.WriteElementString("pubDate", Moment(entry.Added));
        // RSS's own author is a mail address; names go by Dublin Core.
        foreach (var author in entry.Authors)
        {
            xml.WriteElementString("creator", DublinCore, author);
        }

        foreach (var subject in entry.Subjects)
        {
            xml.WriteElementString("category", subject);
        }

        xml.WriteElementString("description", EscapeMarkup(entry.Summary));
        xml.WriteEndElement();
    }

    /// <summary>Readers take a description for HTML, so that plain text must be written as HTML before it is written as XML.</summary>
    private static string EscapeMarkup(string text) => System.Net.WebUtility.HtmlEncode(text);

    private static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
}
