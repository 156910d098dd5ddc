using System.Xml.Linq;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Mods;

/// <summary>The titles of a MODS record.</summary>
/// <param name="Title">The main title, with the translated one as its parallel.</param>
/// <param name="Responsibility">What the title itself says of who made the work; null when nothing.</param>
/// <param name="Others">Alternative, abbreviated and uniform titles.</param>
internal sealed record ModsTitles(Title Title, string? Responsibility, IReadOnlyList<string> Others)
{
    /// <summary>Reads every titleInfo of the record itself.</summary>
    public static ModsTitles Read(XElement mods)
    {
        var infos = mods.Named("titleInfo").Where(info => info.Texts("title").Any()).ToList();
        var main = infos.Find(info => info.Value("usage") == "primary")
            ?? infos.Find(info => info.Value("type") is null)
            ?? infos.FirstOrDefault();
        if (main is null)
        {
            return new(Title.None, null, []);
        }

        infos.Remove(main);
        var translated = infos.Find(info => info.Value("type") == "translated");
        var (title, responsibility) = ReadMain(main);
        var others = infos.Where(info => info != translated).Select(InOneLine).Where(other => other != InOneLine(main)).Distinct();
        return new(title with { Parallel = translated is null ? title.Parallel : InOneLine(translated) }, responsibility, [.. others]);
    }

    private static (Title Title, string? Responsibility) ReadMain(XElement info)
    {
        var text = info.Texts("title").First();
        var remainder = info.Texts("subTitle").FirstOrDefault();
        var number = info.Texts("partNumber").FirstOrDefault();
        var name = info.Texts("partName").FirstOrDefault();

        // A title that was not taken apart may hold its parts in one line.
        var (title, responsibility) = remainder is null && number is null && name is null
            ? TitleStatement.Read(text)
            : (new Title(TitleStatement.TrimEnd(text))
            {
                Remainder = remainder is null ? null : TitleStatement.TrimEnd(remainder),
                PartNumber = number,
                PartName = name,
            }, null);
        return (WithNonSort(title, info.Named("nonSort").FirstOrDefault()), responsibility);
    }

    /// <summary>An article stands apart by a space, unless it ends in an apostrophe or a hyphen ("L'", "al-").</summary>
    private static Title WithNonSort(Title title, XElement? nonSort)
    {
        if (nonSort.Text() is not { } article)
        {
            return title;
        }

        var leading = article[^1] is '\'' or '’' or '-' ? article : article + " ";
        return title with { Proper = leading + title.Proper, NonFiling = leading.Length <= 9 ? leading.Length : 0 };
    }

    internal static string InOneLine(XElement info)
    {
        var article = info.Texts("nonSort").Select(text => text + " ").FirstOrDefault() ?? "";
        var title = article + TitleStatement.TrimEnd(info.Texts("title").First());
        var parts = info.Texts("partNumber").Concat(info.Texts("partName"));
        return string.Join(". ", info.Texts("subTitle").Select(rest => $"{title} : {rest}").DefaultIfEmpty(title).Take(1).Concat(parts));
    }
}
