using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;

namespace UnionCatalog.Exporting;

/// <summary>An edition as all forms get it: every text of it clean, so that none can break the form's syntax.</summary>
public sealed class ExportedEdition
{
    private ExportedEdition(string id, BibRecord description, IReadOnlyList<ExportedLibrary> libraries, ExportOrigin origin)
    {
        Id = id;
        Description = description;
        Libraries = libraries;
        Origin = origin;
    }

    /// <summary>Its public name.</summary>
    public string Id { get; }

    /// <summary>The description; no text of it has control characters, half characters or line ends.</summary>
    public BibRecord Description { get; }

    /// <summary>Who has it, each library once.</summary>
    public IReadOnlyList<ExportedLibrary> Libraries { get; }

    /// <summary>Where and when it is exported.</summary>
    public ExportOrigin Origin { get; }

    /// <summary>Its permanent address.</summary>
    public Uri Address => Origin.AddressOf(Id);

    /// <summary>Takes an edition out of the catalogue.</summary>
    public static ExportedEdition Of(CatalogEntry entry, MemberDirectory members, ExportOrigin origin) => new(
        entry.Id,
        CleanDescription.Of(entry.Description),
        [.. HoldingLibrary.Of(entry).Select(library => ExportedLibrary.Of(library, members))],
        origin);
}
