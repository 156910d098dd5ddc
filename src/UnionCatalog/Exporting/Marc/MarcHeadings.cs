using UnionCatalog.Records;

namespace UnionCatalog.Exporting.Marc;

/// <summary>What a record is known by: numbers (0xx), names (1xx, 7xx), titles (130, 240, 245, 246, 765), subjects (6xx).</summary>
internal static class MarcHeadings
{
    private static readonly string[] SchemesOfIndicator = ["lcsh", "lcshac", "mesh", "nal"];

    public static void AddTo(MarcFields fields, ExportedEdition edition)
    {
        var description = edition.Description;
        AddNumbers(fields, edition);
        AddNames(fields, description);
        AddTitles(fields, description);
        foreach (var subject in description.Subjects)
        {
            AddSubject(fields, subject);
        }
    }

    private static void AddNumbers(MarcFields fields, ExportedEdition edition)
    {
        var description = edition.Description;
        foreach (var number in description.ControlNumbers.Where(number => number.Agency is not null))
        {
            fields.Add("035", "  ", ('a', $"({number.Agency}){number.Number}"));
        }

        fields.Add("040", "  ", ('a', edition.Origin.Agency), ('c', edition.Origin.Agency));
        foreach (var identifier in description.Identifiers)
        {
            AddIdentifier(fields, identifier);
        }

        foreach (var classification in description.Classifications)
        {
            var (tag, indicators) = classification.Scheme switch
            {
                ClassificationScheme.Ddc => ("082", "04"),
                ClassificationScheme.Udc => ("080", "  "),
                ClassificationScheme.Lcc => ("050", " 4"),
                _ => ("084", "  "),
            };
            fields.Add(tag, indicators, ('a', classification.Number));
        }

        if (description.Languages.Count > 1)
        {
            fields.Add("041", "  ", [.. description.Languages.Select(language => ('a', (string?)language))]);
        }
    }

    private static void AddIdentifier(MarcFields fields, StandardIdentifier identifier)
    {
        var (code, text) = identifier.IsValid ? ('a', identifier.Value) : ('z', identifier.Raw);
        switch (identifier.Kind)
        {
            case IdentifierKind.Isbn:
                fields.Add("020", "  ", (code, text), ('q', identifier.Qualifier));
                break;
            case IdentifierKind.Issn:
                fields.Add("022", "  ", (code, text));
                break;
            case IdentifierKind.Ismn:
                fields.Add("024", "2 ", (code, text), ('q', identifier.Qualifier));
                break;
            case IdentifierKind.Doi:
                fields.Add("024", "7 ", (code, text), ('2', "doi"));
                break;
            default:
                fields.Add("024", "8 ", (code, text));
                break;
        }
    }

    private static void AddNames(MarcFields fields, BibRecord description)
    {
        var main = description.Contributors.FirstOrDefault(one => one.IsMain);
        foreach (var one in description.Contributors)
        {
            var (ending, indicator) = one.Kind switch
            {
                ContributorKind.Corporate => ("10", '2'),
                ContributorKind.Meeting => ("11", '2'),
                // A name with a comma is filed under a surname, one without as it is said.
                _ => ("00", one.Name.Contains(',', StringComparison.Ordinal) ? '1' : '0'),
            };
            var role = one.Kind == ContributorKind.Meeting ? 'j' : 'e';
            fields.AddWithScript(
                (one == main ? "1" : "7") + ending,
                $"{indicator} ",
                one.OriginalScript,
                [('a', one.Name), ('d', one.Dates), .. (one.Role?.Split(Contributor.RoleSeparator) ?? []).Select(word => (role, (string?)word))]);
        }
    }

    private static void AddTitles(MarcFields fields, BibRecord description)
    {
        var title = description.Title;
        var hasMain = description.Contributors.Any(one => one.IsMain);
        fields.AddWithScript(
            "245",
            $"{(hasMain ? '1' : '0')}{title.NonFiling}",
            title.OriginalScript,
            ('a', title.Proper.Length > 0 ? title.Proper : TitleLine.None), ('n', title.PartNumber), ('p', title.PartName), ('b', title.Remainder), ('c', description.Responsibility));
        fields.Add("246", "31", ('a', title.Parallel));
        foreach (var work in description.WorkTitles)
        {
            var (tag, indicators, code) = work.Kind switch
            {
                WorkTitleKind.MainEntry => ("130", "0 ", 'a'),
                WorkTitleKind.Uniform => ("240", "10", 'a'),
                _ => ("765", "0 ", 't'),
            };
            fields.Add(tag, indicators, (code, work.Text));
        }
    }

    private static void AddSubject(MarcFields fields, Subject subject)
    {
        var parts = subject.Text.Split(" -- ");
        var known = Array.IndexOf(SchemesOfIndicator, subject.Scheme);
        var indicator = known >= 0 ? (char)('0' + known) : subject.Scheme is null ? '4' : '7';
        fields.Add("650", $" {indicator}", [('a', parts[0]), .. parts.Skip(1).Select(part => ('x', (string?)part)), ('2', indicator == '7' ? subject.Scheme : null)]);
    }
}
