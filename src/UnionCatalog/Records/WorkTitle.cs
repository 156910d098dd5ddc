namespace UnionCatalog.Records;

/// <summary>A title that the work has beyond this edition: it ties a translation to its original.</summary>
/// <param name="Text">The title with its parts in one line, without language, form and author.</param>
/// <param name="Kind">What the record says of it.</param>
public sealed record WorkTitle(string Text, WorkTitleKind Kind);

/// <summary>The kinds of title of a work.</summary>
public enum WorkTitleKind
{
    /// <summary>The title in the language it was translated from (MARC 765, "Judul asli: …").</summary>
    Original,

    /// <summary>The title under which an author's work is filed (MARC 240).</summary>
    Uniform,

    /// <summary>A uniform title that is the main entry (MARC 130): it names the work by itself, as "Qur'an" does.</summary>
    MainEntry,
}
