using System.Text.RegularExpressions;

namespace UnionCatalog.Server.OaiProvider;

/// <summary>What a repository says of itself (OAI-PMH 2.0, section 4.2).</summary>
internal sealed record OaiIdentity
{
    /// <summary>The repository's name as people know it.</summary>
    public required string Name { get; init; }

    /// <summary>The address of the person who looks after it.</summary>
    public required string AdminEmail { get; init; }

    /// <summary>The finest unit of its datestamps. Default: seconds.</summary>
    public OaiGranularity Granularity { get; init; } = OaiGranularity.Seconds;

    /// <summary>How many records one page of a list holds, at least 1. Default: 100.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>The address to give as its own where that is not the one asked; null: the address of each request.</summary>
    public Uri? BaseUrl { get; init; }
}

/// <summary>A metadata format of a repository (section 3.4).</summary>
/// <param name="Prefix">The metadata prefix, such as "oai_dc".</param>
/// <param name="Schema">The address of its XML Schema.</param>
/// <param name="Namespace">The namespace of its root element, by which a record's metadata is known.</param>
internal sealed record OaiFormat(string Prefix, string Schema, string Namespace);

/// <summary>A set of a repository (section 2.6).</summary>
/// <param name="Spec">Its path, such as "fiction:poetry".</param>
/// <param name="Name">Its name as people know it.</param>
internal sealed partial record OaiSet(string Spec, string Name)
{
    /// <summary>Whether a text has the form of a path of sets (setSpecType in the standard's schema).</summary>
    public static bool IsPath(string text) => Path().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
