namespace UnionCatalog.Members;

/// <summary>A folder into which a member's files are put: MARC 21, MARCXML, MODS, or a spreadsheet saved as CSV.</summary>
public sealed record FilesSource : MemberSource
{
    /// <inheritdoc/>
    /// <value>Default: every fifteen minutes.</value>
    public override string? Schedule { get; init; } = "0 0/15 * * * ?";

    /// <summary>The folder; a relative one is in the data folder. Null: "drop" in the data folder, and in it the member's id.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether what lies in the folder together is the member's whole catalogue. Default: it is.</summary>
    public FileContents Contents { get; init; }

    /// <summary>Heading of a column, compared without case → the field it fills; "" for none. What is not named is recognised by its heading.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>What stands between two columns: ",", ";" or a tab; null: it is recognised.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The name of the character set, such as "windows-1252"; null: it is recognised.</summary>
    public string? Encoding { get; init; }
}

/// <summary>What a member's files hold.</summary>
public enum FileContents
{
    /// <summary>The whole catalogue: what is missing from it is gone.</summary>
    Whole,

    /// <summary>New and changed records only.</summary>
    Changes,
}
