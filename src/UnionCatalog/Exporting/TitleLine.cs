using UnionCatalog.Records;

namespace UnionCatalog.Exporting;

/// <summary>A title in one line, for forms that have one place for it.</summary>
internal static class TitleLine
{
    /// <summary>What stands for the title of an edition that has none.</summary>
    public const string None = "[Tanpa judul]";

    /// <summary>"Proper: remainder. Jilid 2, name".</summary>
    /// <param name="title">The title.</param>
    /// <param name="colon">What stands between the proper title and the remainder.</param>
    public static string Of(Title title, string colon = ": ")
    {
        var proper = title.Proper.Length == 0 ? None : title.Proper;
        var part = string.Join(", ", new[] { title.PartNumber, title.PartName }.OfType<string>());
        return proper + (title.Remainder is { } rest ? colon + rest : "") + (part.Length > 0 ? (EndsSentence(proper, title) ? " " : ". ") + part : "");
    }

    private static bool EndsSentence(string proper, Title title) => (title.Remainder ?? proper) is [.., '.' or '?' or '!'];
}
