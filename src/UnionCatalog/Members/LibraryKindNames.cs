using System.Text.Json;

namespace UnionCatalog.Members;

/// <summary>Kinds of library as configuration files and addresses write them: "junior-high-school".</summary>
public static class LibraryKindNames
{
    /// <summary>The written name of a kind.</summary>
    public static string Of(LibraryKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The kind of this written name; null when there is none.</summary>
    public static LibraryKind? Find(string name) =>
        Enum.GetValues<LibraryKind>().Cast<LibraryKind?>().FirstOrDefault(kind => Of(kind!.Value) == name);
}
