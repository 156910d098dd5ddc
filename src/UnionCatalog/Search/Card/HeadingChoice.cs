using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>Joins subjects, series and the titles of the work.</summary>
internal static class HeadingChoice
{
    /// <summary>Every heading once, in its best spelling, with the scheme that most records name for it.</summary>
    public static List<Subject> Subjects(CardDrawing drawing) => drawing
        .All(CardField.Subjects, record => record.Subjects, subject => subject.Text, subject => CardFolding.Key(subject.Text))
        .ConvertAll(candidate => new Subject(CardLimits.Cut(candidate.Best.Text, CardLimits.Line), candidate.Most(subject => subject.Scheme)));

    public static List<SeriesStatement> Series(CardDrawing drawing) => drawing
        .All(CardField.Series, record => record.Series, series => series.Title, series => CardFolding.Key(series.Title))
        .ConvertAll(candidate => new SeriesStatement(
            CardLimits.Cut(candidate.Best.Text, CardLimits.Line),
            candidate.Most(series => series.Volume) is { } volume ? CardLimits.Cut(volume, CardLimits.Line) : null)
        {
            Issn = candidate.Most(series => series.Issn),
        });

    /// <summary>Every title once, as whichever kind comes first: an original before a uniform title.</summary>
    public static List<WorkTitle> WorkTitles(CardDrawing drawing) => drawing
        .All(CardField.WorkTitles, record => record.WorkTitles, title => title.Text, title => CardFolding.Key(title.Text))
        .ConvertAll(candidate => new WorkTitle(CardLimits.Cut(candidate.Best.Text, CardLimits.Line), candidate.Offers.Min(title => title.Kind)));
}
