using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>
/// Draws one description from the records of a cluster: the best value of each field by how it is written and how many libraries
/// agree, lists joined, and for each value the records it came from. It does not depend on the order in which records arrived.
/// </summary>
/// <param name="Description">The description; holdings are left out, they stay with their libraries.</param>
/// <param name="Sources">
/// For each field that has a value, for each of its values, the places of the records it came from, the one that has exactly this
/// first; at most <see cref="CardLimits.Sources"/>.
/// </param>
internal sealed record ClusterCard(
    BibRecord Description, IReadOnlyDictionary<CardField, IReadOnlyList<IReadOnlyList<int>>> Sources)
{
    /// <summary>The records in the order in which a card is drawn from them: by source, then by identifier.</summary>
    public static List<(RecordKey Key, BibRecord Record)> Order(IEnumerable<(RecordKey Key, BibRecord Record)> records) =>
    [
        .. records.OrderBy(pair => pair.Key.Source.Value, StringComparer.Ordinal).ThenBy(pair => pair.Key.Identifier, StringComparer.Ordinal),
    ];

    /// <summary>Draws the card.</summary>
    /// <param name="ordered">One record or more, as <see cref="Order"/> gives them.</param>
    public static ClusterCard Draw(IReadOnlyList<(RecordKey Key, BibRecord Record)> ordered)
    {
        var drawing = new CardDrawing(ordered);
        var year = ImprintChoice.Year(drawing);
        var summary = NoteChoice.Longest(drawing, CardField.Summary, record => record.Summary);
        var contents = NoteChoice.Longest(drawing, CardField.Contents, record => record.Contents);
        var description = new BibRecord
        {
            ControlNumbers = NumberChoice.ControlNumbers(drawing),
            Identifiers = NumberChoice.Identifiers(drawing),
            Title = TitleChoice.Draw(drawing),
            WorkTitles = HeadingChoice.WorkTitles(drawing),
            Responsibility = drawing.Text(CardField.Responsibility, record => record.Responsibility),
            Contributors = ContributorChoice.Draw(drawing),
            Edition = drawing.Text(CardField.Edition, record => record.Edition),
            Publications = ImprintChoice.Publications(drawing, year),
            Year = year,
            Extent = ImprintChoice.Extent(drawing),
            Series = HeadingChoice.Series(drawing),
            Subjects = HeadingChoice.Subjects(drawing),
            Classifications = NumberChoice.Classifications(drawing),
            Languages = KindChoice.Languages(drawing),
            Format = KindChoice.Format(drawing),
            Carrier = drawing.Text(CardField.Carrier, record => record.Carrier),
            Audience = drawing.Text(CardField.Audience, record => record.Audience),
            Notes = NoteChoice.Notes(drawing, [summary, contents]),
            Summary = summary,
            Contents = contents,
            Links = LinkChoice.Links(drawing),
            Cover = LinkChoice.Cover(drawing),
        };
        return new ClusterCard(description, drawing.Sources);
    }
}
