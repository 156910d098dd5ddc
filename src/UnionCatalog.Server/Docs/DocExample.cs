using System.Text;

namespace UnionCatalog.Server.Docs;

/// <summary>
/// A request and its real answer, from a file of Examples/: first the request, then, behind an empty line, the answer as HTTP writes it.
/// In an answer "…" stands for whatever is there; an id in a request is written ID. A test asks each of them.
/// </summary>
/// <param name="Name">The file's name.</param>
/// <param name="Request">The request's line and headers.</param>
/// <param name="Answer">The answer's line, headers and body.</param>
public sealed record DocExample(string Name, string Request, string Answer)
{
    private const string Folder = "Docs.Examples.";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, DocExample> All { get; } = typeof(DocExample).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(name => name[Folder.Length..], Read);

    private static DocExample Read(string resource)
    {
        using var reader = new StreamReader(typeof(DocExample).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var parts = reader.ReadToEnd().ReplaceLineEndings("\n").Trim().Split("\n\n", 2);
        return new(resource[Folder.Length..], parts[0], parts[1]);
    }
}
