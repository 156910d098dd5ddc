using UnionCatalog.Exporting.Marc;

namespace UnionCatalog.Exporting;

/// <summary>The forms there are: doors, pages and the API's description are made from this table.</summary>
public static class ExportForms
{
    /// <summary>All of them, in the order in which readers see them.</summary>
    public static IReadOnlyList<ExportForm> All { get; } =
    [
        new RisForm(), new BibTexForm(), new CslJsonForm(), new Marc21Form(), new MarcXmlForm(), new ModsForm(), new DublinCoreForm(), new JsonLdForm(),
    ];

    /// <summary>The form of this name; null when there is none.</summary>
    public static ExportForm? FindByName(string name) => All.FirstOrDefault(form => form.Name == name);

    /// <summary>The form whose files end so; null when there is none.</summary>
    public static ExportForm? FindByEnding(string ending) => All.FirstOrDefault(form => form.Ending == ending || form.OtherEnding == ending);
}
