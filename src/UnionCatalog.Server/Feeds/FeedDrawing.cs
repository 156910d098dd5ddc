using System.Xml;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Feeds;

/// <summary>Draws a feed of what a search found.</summary>
/// <param name="texts">The words of the reader's language.</param>
/// <param name="members">The libraries, for their names.</param>
/// <param name="site">Where readers find the pages.</param>
internal sealed class FeedDrawing(PageTexts texts, MemberDirectory members, string site)
{
    private const int MostAuthors = 5;
    private const int MostSubjects = 10;

    /// <summary>Draws it.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="self">The path and query at which it is asked for.</param>
    /// <param name="page">Those of its page for people.</param>
    /// <param name="entries">What is in it, the latest first.</param>
    /// <param name="today">The day of an empty feed.</param>
    public Feed Draw(string title, string self, string page, IReadOnlyList<CatalogEntry> entries, DateOnly today) => new(
        Clean(title), Clean(texts["site.name"]), texts.Language, site + self, site + page,
        Moment(entries.Select(entry => entry.Added).FirstOrDefault() ?? today),
        [.. entries.Select(Draw)]);

    private FeedEntry Draw(CatalogEntry entry) => new(
        $"{site}/records/{Uri.EscapeDataString(entry.Id)}",
        Clean(RecordLines.Title(entry.Description, texts)),
        [.. Listed(entry.Description.Contributors.Select(contributor => contributor.Name), MostAuthors)],
        Clean(Summary(entry)),
        [.. Listed(entry.Description.Subjects.Select(subject => subject.Text), MostSubjects)],
        Moment(entry.Added ?? DateOnly.FromDateTime(DateTime.UnixEpoch)));

    private string Summary(CatalogEntry entry)
    {
        var libraries = entry.Libraries.Select(held => held.Library).Distinct().Select(library => members.Find(library)?.Name ?? library.Value);
        return string.Join(
            " · ", new[] { RecordLines.By(entry.Description) }.OfType<string>().Concat(RecordLines.Facts(entry.Description, texts)).Append(texts.Format("feed.held", string.Join(", ", libraries))));
    }

    private static IEnumerable<string> Listed(IEnumerable<string> values, int most) => values.Select(Clean).Where(value => value.Length > 0).Distinct().Take(most);

    private static DateTimeOffset Moment(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>
    /// What XML cannot hold (XML 1.0, section 2.2) is left out, and so are changes of direction, which a reader of feeds would carry
    /// on into the next line.
    /// </summary>
    private static string Clean(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        foreach (var rune in Directions.Without(text).EnumerateRunes().Where(rune => rune.Value >= 0x10000 || XmlConvert.IsXmlChar((char)rune.Value)))
        {
            clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }
}
