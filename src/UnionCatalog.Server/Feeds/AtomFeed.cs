using System.Globalization;
using System.Xml;

namespace UnionCatalog.Server.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    public const string Namespace = "http://www.w3.org/2005/Atom";
    public const string ContentType = "application/atom+xml";

    public static void Write(XmlWriter xml, Feed feed)
    {
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.WriteElementString("id", Namespace, feed.Self);
        xml.WriteElementString("title", Namespace, feed.Title);
        xml.WriteElementString("updated", Namespace, Moment(feed.Updated));
        Link(xml, "self", feed.Self, ContentType);
        Link(xml, "alternate", feed.Page, "text/html");
        Person(xml, feed.Publisher);
        foreach (var entry in feed.Entries)
        {
            Write(xml, entry);
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("id", Namespace, entry.Address);
        xml.WriteElementString("title", Namespace, entry.Title);
        xml.WriteElementString("updated", Namespace, Moment(entry.Added));
        xml.WriteElementString("published", Namespace, Moment(entry.Added));
        Link(xml, "alternate", entry.Address, "text/html");
        foreach (var author in entry.Authors)
        {
            Person(xml, author);
        }

        foreach (var subject in entry.Subjects)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", subject);
            xml.WriteEndElement();
        }

        xml.WriteElementString("summary", Namespace, entry.Summary);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, name);
        xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
