using UnionCatalog.Records;

namespace UnionCatalog.Search;

/// <summary>Draws one description from the records of a cluster: the fullest record leads, the others fill its gaps.</summary>
internal static class ClusterDescription
{
    /// <summary>Draws the description; holdings are left out, they stay with their libraries.</summary>
    /// <param name="records">One record or more.</param>
    public static BibRecord Draw(IReadOnlyList<BibRecord> records)
    {
        var ordered = records.OrderByDescending(Fullness).ToList();
        var lead = ordered[0];
        return new BibRecord
        {
            ControlNumbers = Joined(ordered, record => record.ControlNumbers, number => number),
            Identifiers = Joined(ordered, record => record.Identifiers, id => (id.Kind, id.Value)),
            Title = DrawTitle(ordered),
            Responsibility = First(ordered, record => record.Responsibility),
            Contributors = ordered.Select(record => record.Contributors).FirstOrDefault(list => list.Count > 0) ?? [],
            Edition = First(ordered, record => record.Edition),
            Publications = ordered.Select(record => record.Publications).FirstOrDefault(list => list.Count > 0) ?? [],
            Year = ordered.Select(record => record.Year).FirstOrDefault(year => year is not null),
            Extent = ordered.Select(record => record.Extent).FirstOrDefault(extent => extent is not null),
            Series = ordered.Select(record => record.Series).FirstOrDefault(list => list.Count > 0) ?? [],
            Subjects = DrawSubjects(ordered),
            Classifications = Joined(
                ordered,
                record => record.Classifications,
                number => (number.Scheme, number.Number.Replace(" ", "", StringComparison.Ordinal))),
            Languages = ordered.Select(record => record.Languages).FirstOrDefault(list => list.Count > 0) ?? [],
            Format = ordered.Select(record => record.Format).FirstOrDefault(format => format != ResourceFormat.Unknown),
            Carrier = First(ordered, record => record.Carrier),
            Audience = First(ordered, record => record.Audience),
            Notes = lead.Notes,
            Summary = First(ordered, record => record.Summary),
            Contents = First(ordered, record => record.Contents),
            Links = Joined(
                ordered,
                record => record.Links.Where(link => link.Kind != RecordLinkKind.CatalogPage),
                link => link.Address),
            Cover = ordered.Select(record => record.Cover).FirstOrDefault(cover => cover is not null),
        };
    }

    /// <summary>A title shouted in capitals gives way to one that is not, however full its record.</summary>
    private static Title DrawTitle(List<BibRecord> ordered)
    {
        var titles = ordered.Select(record => record.Title).Where(title => title.Proper.Length > 0).ToList();
        var best = titles.Find(title => !IsShouted(title.Proper)) ?? titles.FirstOrDefault() ?? Title.None;
        return best with
        {
            Remainder = best.Remainder ?? titles.Select(title => title.Remainder).FirstOrDefault(text => text is not null && !IsShouted(text)),
            OriginalScript = best.OriginalScript ?? titles.Select(title => title.OriginalScript).FirstOrDefault(text => text is not null),
        };
    }

    /// <summary>Each heading once, in a spelling that is not all capitals where there is one.</summary>
    private static List<Subject> DrawSubjects(List<BibRecord> ordered) =>
    [
        .. ordered.SelectMany(record => record.Subjects)
            .GroupBy(subject => subject.Text.ToUpperInvariant())
            .Select(same => same.FirstOrDefault(subject => !IsShouted(subject.Text)) ?? same.First()),
    ];

    private static bool IsShouted(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower) && text.Length > 4
        && text.Any(char.IsUpper);

    private static int Fullness(BibRecord record) =>
        (record.Responsibility is null ? 0 : 1) + (record.Edition is null ? 0 : 1) + (record.Extent is null ? 0 : 1)
        + (record.Summary is null ? 0 : 2) + (record.Cover is null ? 0 : 1) + (record.Year is null ? 0 : 2)
        + Math.Min(record.Subjects.Count, 3) + Math.Min(record.Contributors.Count, 3) + Math.Min(record.Publications.Count, 1)
        + (record.Title.Remainder is null ? 0 : 1) + (record.Identifiers.Any(id => id.IsValid) ? 1 : 0)
        + (IsShouted(record.Title.Proper) ? -4 : 0);

    private static string? First(List<BibRecord> records, Func<BibRecord, string?> part) =>
        records.Select(part).FirstOrDefault(text => text is not null);

    private static List<T> Joined<T, TKey>(List<BibRecord> records, Func<BibRecord, IEnumerable<T>> part, Func<T, TKey> key) =>
        [.. records.SelectMany(part).DistinctBy(key)];
}
