namespace UnionCatalog.Records.Marc;

/// <summary>Maps a MARC 21 record to a <see cref="BibRecord"/>; one class per part of the record does the reading.</summary>
internal static class BibMapper
{
    public static BibRecord Map(MarcRecord record, HoldingsMapping holdings, List<string> warnings)
    {
        var links = new LinkedFields(record);
        var title = MarcTitle.Read(record, links);
        if (title.Proper.Length == 0)
        {
            warnings.Add("The record has no title (245 $a).");
        }

        var notes = MarcNotes.Read(record);
        return new BibRecord
        {
            ControlNumbers = MarcNumbers.ReadControlNumbers(record),
            Identifiers = MarcNumbers.ReadIdentifiers(record),
            Title = title,
            WorkTitles = MarcWorkTitles.Read(record, notes),
            Responsibility = MarcTitle.ReadResponsibility(record),
            Contributors = MarcContributors.Read(record, links),
            Edition = Isbd.Strip(First(record, "250", "ab")),
            Publications = MarcPublications.Read(record),
            Year = MarcPublications.ReadYear(record),
            Extent = MarcDescription.ReadExtent(record),
            Series = MarcSeries.Read(record),
            Subjects = MarcSubjects.Read(record),
            Classifications = MarcSubjects.ReadClassifications(record),
            Languages = MarcDescription.ReadLanguages(record),
            Format = MarcFormat.Read(record),
            Carrier = MarcDescription.ReadCarrier(record),
            Audience = MarcDescription.ReadAudience(record),
            Notes = notes,
            Summary = MarcNotes.ReadSummary(record),
            Contents = MarcNotes.ReadContents(record),
            Links = MarcLinks.Read(record),
            Cover = MarcLinks.FindCover(record),
            Holdings = MarcHoldings.Read(record, holdings),
        };
    }

    /// <summary>A position of a fixed field; a blank where the field is shorter. "#" and "^" are written for blanks.</summary>
    public static char At(string? fixedField, int position) =>
        fixedField is null || position >= fixedField.Length || fixedField[position] is '#' or '^' ? ' ' : fixedField[position];

    /// <summary>The joined text of the subfields of the first field that has any.</summary>
    public static string? First(MarcRecord record, string tag, string codes) =>
        record.Fields(tag).Select(field => field.Join(codes)).FirstOrDefault(text => text is not null);
}
