namespace UnionCatalog.Harvesting.Files;

/// <summary>The files that a member gave together.</summary>
internal interface IFileDelivery
{
    /// <summary>Where they come from.</summary>
    string Place { get; }

    /// <summary>The paths of the files that are still to be stored, in their order; empty where there are none, or not all have come yet.</summary>
    IReadOnlyList<string> Look();

    /// <summary>Told when all of a file is stored.</summary>
    /// <exception cref="MemberFault">It cannot be put away.</exception>
    void Stored(string path);

    /// <summary>Told when a file cannot be read, or not to its end.</summary>
    void Failed(string path, MemberFault fault);
}
