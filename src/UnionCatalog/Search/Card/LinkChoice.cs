using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>Joins links, and chooses the cover.</summary>
internal static class LinkChoice
{
    /// <summary>Every link once; a page in one library's catalogue stays with that library.</summary>
    public static List<RecordLink> Links(CardDrawing drawing) => drawing
        .All(
            CardField.Links,
            record => record.Links.Where(link => link.Kind != RecordLinkKind.CatalogPage),
            link => link.Address.OriginalString,
            link => link.Address.AbsoluteUri)
        .ConvertAll(candidate => new RecordLink(
            candidate.Best.Value.Address,
            candidate.Most(link => link.Label) is { } label ? CardLimits.Cut(label, CardLimits.Line) : null,
            candidate.Offers.Max(link => link.Kind)));

    /// <summary>The cover that most libraries show; of as many, one that is sent encrypted.</summary>
    public static Uri? Cover(CardDrawing drawing)
    {
        var candidates = drawing.Gather(record => record.Cover is { } cover ? [cover] : Array.Empty<Uri>(), cover => cover.OriginalString, cover => cover.AbsoluteUri);
        if (candidates.ByAgreement().OrderByDescending(candidate => candidate.Libraries).ThenByDescending(candidate => candidate.Best.Value.Scheme == Uri.UriSchemeHttps)
            .FirstOrDefault() is not { } chosen)
        {
            return null;
        }

        drawing.Note(CardField.Cover, chosen.Sources());
        return chosen.Best.Value;
    }
}
