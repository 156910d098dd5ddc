using System.Text.Json;
using UnionCatalog.Records;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Availability;

namespace UnionCatalog.Server.Pages;

/// <summary>What a script needs to write a library's answer in the page's language, as attributes of an element.</summary>
internal static class LiveWords
{
    private static readonly ItemStatus[] Statuses = Enum.GetValues<ItemStatus>();

    /// <summary>The attributes; none where no library can be asked, or all were.</summary>
    public static IReadOnlyDictionary<string, object> Of(string id, IReadOnlyDictionary<string, LibraryNow> libraries, bool isLive, PageTexts texts)
    {
        if (isLive || !libraries.Values.Any(library => library.CanBeAsked))
        {
            return new Dictionary<string, object>();
        }

        var words = new Dictionary<string, object>
        {
            ["data-live"] = AvailabilityEndpoint.AddressOf(id),
            ["data-of"] = texts["status.available.of"],
            ["data-due"] = texts["now.due"],
            ["data-asked"] = texts["now.asked"],
            ["data-told"] = texts["now.told"],
            ["data-none"] = texts["now.none"],
        };
        foreach (var status in Statuses)
        {
            words["data-" + JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString())] = texts["status." + SearchParameters.NameOf(status)];
        }

        return words;
    }

    /// <summary>The words of a library's own answer.</summary>
    public static string StatusOf(LibraryNow library, PageTexts texts) =>
        library.Told is { Status: ItemStatus.Available, Items.Count: > 1 } told
            ? texts.Format("status.available.of", told.Available, told.Items.Count)
            : texts["status." + SearchParameters.NameOf(library.Told!.Status)];
}
