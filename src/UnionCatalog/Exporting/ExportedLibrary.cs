using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;
using UnionCatalog.Search;

namespace UnionCatalog.Exporting;

/// <summary>A library that has the edition, as forms name it.</summary>
/// <param name="Id">The member's name.</param>
/// <param name="Name">What readers call it.</param>
/// <param name="Place">Where it is; null when not known.</param>
/// <param name="Link">The record's page in its own catalogue; null when not known.</param>
/// <param name="Holdings">What it has, one or more.</param>
public sealed record ExportedLibrary(string Id, string Name, string? Place, Uri? Link, IReadOnlyList<Holding> Holdings)
{
    internal static ExportedLibrary Of(HoldingLibrary library, MemberDirectory members)
    {
        var member = members.Find(library.Library);
        return new ExportedLibrary(
            library.Library.Value,
            DescriptionText.Clean(member?.Name) ?? library.Library.Value,
            DescriptionText.Clean(member?.Place),
            library.Records.Select(record => record.Link).FirstOrDefault(link => link is not null),
            [.. library.Holdings.Select(Clean)]);
    }

    private static Holding Clean(Holding holding) => new()
    {
        Branch = DescriptionText.Clean(holding.Branch),
        ShelfLocation = DescriptionText.Clean(holding.ShelfLocation),
        CallNumber = DescriptionText.Clean(holding.CallNumber),
        Barcode = DescriptionText.Clean(holding.Barcode),
        Status = holding.Status,
        Note = DescriptionText.Clean(holding.Note),
        Statements = CleanDescription.All(holding.Statements),
    };
}
