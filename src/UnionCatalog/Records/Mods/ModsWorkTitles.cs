using System.Xml.Linq;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Mods;

/// <summary>The uniform and original titles of a MODS record (titleInfo type="uniform", relatedItem type="original").</summary>
internal static class ModsWorkTitles
{
    public static IReadOnlyList<WorkTitle> Read(XElement mods, ModsTitles titles, IReadOnlyList<string> notes)
    {
        var uniform = mods.Named("titleInfo")
            .Where(info => info.Value("type") == "uniform")
            .Select(info => InOneLine(info, WorkTitleKind.Uniform));
        var original = mods.Named("relatedItem")
            .Where(item => item.Value("type") == "original" || WorkTitleTexts.IsIntroduction(item.Value("otherType")) || WorkTitleTexts.IsIntroduction(item.Value("displayLabel")))
            .SelectMany(item => item.Named("titleInfo").Take(1))
            .Select(info => InOneLine(info, WorkTitleKind.Original));
        return WorkTitleTexts.Join(uniform.Concat(original).OfType<WorkTitle>().Where(title => title.Text != titles.Title.Proper), notes);
    }

    private static WorkTitle? InOneLine(XElement info, WorkTitleKind kind) =>
        info.Texts("title").Any() ? new WorkTitle(ModsTitles.InOneLine(info), kind) : null;
}
